import { diagnosticsText } from '../../../core/diagnostics/diagnostics-text.ts'
import { aCall, aReport, aSettingsView, aState, NOW } from '../../../src/testing/samples.ts'
import type { Scene } from '../scene.ts'

const toSettings = [{ press: '.header [data-turn]' }] as const
const welcome = { code: 'none' } as const
const nobody = { extension: '' } as const
const filled = [
  { fill: 'form input[type="password"]', text: 'a-code-of-the-account' },
  { fill: 'form input:not([type="password"])', text: 'SIPSIP2' },
] as const

const DIAGNOSTICS = diagnosticsText({
  now: NOW,
  host: 'browser host',
  versions: { node: '24.21.0' },
  platform: 'linux 6.1.0 x64',
  view: aSettingsView({ locked: ['baseUrl', 'historyDays'] }),
  state: aState(),
  report: aReport().report,
  warnings: [{ at: NOW - 900_000, line: 'asking had stopped by itself: begun anew' }],
})

/** Settings and first run. */
export const SETTINGS_SCENES: readonly Scene[] = [
  { name: 'settings', title: 'Settings', steps: toSettings, settings: { wideView: true } },
  {
    name: 'settings-search',
    title: 'Settings found by what is searched for',
    // In every language, by its English name too.
    steps: [...toSettings, { fill: 'main input[type=search]', text: 'blink' }],
    settings: { wideView: true },
  },
  {
    name: 'settings-search-none',
    title: 'No settings found',
    steps: [...toSettings, { fill: 'main input[type=search]', text: 'xyzzy' }],
  },
  {
    name: 'settings-parts',
    title: 'The list of settings sections',
    steps: [...toSettings, { press: 'nav.parts button' }],
    settings: { wideView: true },
  },
  {
    name: 'settings-locked',
    title: 'Settings set by the organisation, and a policy that couldn’t be read',
    steps: toSettings,
    account: {
      code: 'policy',
      secretKeeping: 'plain-text',
      locked: ['theme', 'zone', 'extension', 'baseUrl', 'alertOnRing', 'launchAtLogin'],
      problems: [{ source: 'policy', key: 'pollSeconds', why: 'out-of-range' }],
      notices: [
        { kind: 'settings-set-aside', file: 'settings-2026-03-02.json' },
        { kind: 'code-unreadable' },
        { kind: 'policy-conflict', key: 'theme', by: 'computer', over: 'file' },
        { kind: 'policy-unreadable', location: '/etc/ringside/policy.json', why: 'not-json' },
      ],
    },
    main: {
      'state:read': () =>
        aState({}, { problem: { kind: 'recording', since: NOW - 60_000, until: NOW + 840_000 } }),
    },
  },
  {
    name: 'settings-call-log',
    title: 'The call log, which Voicenter doesn’t give for now',
    main: {
      'state:read': () =>
        aState(
          {},
          {
            callLog: {
              state: 'waiting',
              lastReadAt: NOW - 7_200_000,
              nextAt: NOW + 1_800_000,
              problem: { kind: 'failed', failure: { kind: 'limited', retryAfterMs: null } },
            },
          },
        ),
    },
    steps: [...toSettings, { press: '[data-call-log-status] p' }],
  },
  {
    name: 'settings-not-saved',
    title: 'A setting that couldn’t be saved',
    main: { 'settings:change': () => ({ kind: 'not-saved', why: 'disk', key: 'theme' }) },
    steps: [...toSettings, { press: 'input[type="checkbox"]' }],
  },
  {
    name: 'settings-wrong-value',
    title: 'Invalid settings, with what is allowed',
    steps: [
      ...toSettings,
      { fill: 'input[inputmode="numeric"]', text: '99' },
      {
        fill: 'section:has(input[inputmode="decimal"]) input[inputmode="url"]',
        text: 'http://elsewhere.example',
      },
      { fill: 'input[inputmode="decimal"]', text: 'often' },
      { press: '[data-show-diagnostics]' },
      { press: 'input[inputmode="decimal"]' },
    ],
  },
  {
    name: 'diagnostics',
    title: 'Diagnostics, before copying',
    main: { 'diagnostics:read': () => DIAGNOSTICS },
    steps: [...toSettings, { press: '[data-show-diagnostics]' }, { press: '.diagnostics' }],
  },
  {
    name: 'update-ready',
    title: 'An update waiting for the call to end',
    main: { 'state:read': () => aState({ calls: [aCall({ phase: 'talking', answered: true })] }) },
    account: { updates: { kind: 'ready', version: '1.4.0', wait: 'call', asked: false } },
  },
  {
    name: 'update-failed',
    title: 'A damaged update was deleted',
    account: { updates: { kind: 'failed', why: 'damaged', version: '1.4.0', at: NOW - 60_000 } },
  },
  {
    name: 'code-confirm',
    title: 'The stored code may not be sent to two of its servers yet',
    account: {
      code: 'stored',
      codeDestinations: [
        { origin: 'https://monapisec.voicenter.co.il', addresses: ['baseUrl'], allowed: 'yes' },
        { origin: 'https://api.voicenter.com', addresses: ['statusUrl'], allowed: 'confirm' },
        { origin: 'https://proxy.example', addresses: ['statusUrl'], allowed: 'enter-again' },
      ],
    },
    steps: toSettings,
  },
  { name: 'first-run', title: 'First run', account: welcome, settings: nobody },
  {
    name: 'first-run-found',
    title: 'First run: the test succeeded',
    account: welcome,
    settings: nobody,
    main: {
      'account:test': () => ({
        kind: 'found',
        name: 'Dana Levi',
        extension: 'SIPSIP2',
        loggedIn: true,
        calls: 0,
      }),
    },
    steps: [...filled, { press: 'form .button.primary' }],
  },
  {
    name: 'first-run-missing',
    title: 'First run: the extension wasn’t found',
    account: welcome,
    settings: nobody,
    steps: [filled[0], { press: 'form .button.primary' }],
  },
  {
    name: 'first-run-timeout',
    title: 'First run: no response to the test',
    account: welcome,
    settings: nobody,
    main: {
      'account:test': () => ({ kind: 'failed', failure: { kind: 'unreachable', why: 'timeout' } }),
    },
    steps: [...filled, { press: 'form .button.primary' }],
  },
  {
    name: 'first-run-failed',
    title: 'First run: this computer’s address isn’t accepted; no keychain',
    account: { ...welcome, secretKeeping: 'plain-text' },
    settings: nobody,
    main: {
      'account:test': () => ({ kind: 'failed', failure: { kind: 'refused', why: 'address' } }),
    },
    steps: [...filled, { press: 'form .button.primary' }],
  },
]
