import type { CrmRule } from '../../../core/crm/crm-rule.ts'
import { eventCall } from '../../../core/templates/template-call.ts'
import { NOTHING_SENT } from '../../../core/webhook/webhook-state.ts'
import { createCrmPages } from '../../../electron/main/crm/crm-pages.ts'
import { aCall, aState, NOW } from '../../../src/testing/samples.ts'
import type { Played, Scene } from '../scene.ts'

const call = aCall({ phase: 'talking', connected: true, answered: true, answeredAt: NOW - 60_000 })
const rule = (name: string, change: Partial<CrmRule>): CrmRule => ({
  name,
  on: 'ringing',
  when: {},
  url: 'https://crm.example.com/customer?phone={phone|e164}',
  hosts: ['crm.example.com'],
  ...change,
})
const crmRules = [
  rule('Customer card', { when: { direction: ['incoming'] } }),
  rule('כרטיס תמיכה', { on: 'answered', when: { queue: ['Support'] } }),
  rule('Orders', {
    on: 'by-hand',
    url: 'https://orders.example.com/{phone|digits}?line={did}',
    hosts: ['orders.example.com'],
  }),
]

const pages = createCrmPages({
  settings: () => ({ crmRules, crmSchemes: [] }),
  store: () => ({ wasFired: () => false, noteFired: () => undefined }),
  call: () => null,
  lastCall: () => eventCall({ type: 'answered', at: NOW, call, unseen: false }, 'Dana Levi'),
  isKnown: () => false,
  openExternal: () => Promise.resolve(),
  now: () => NOW,
  log: { warn: () => undefined },
  onTrouble: () => undefined,
})
const main: Played = { 'page:dry-run': pages.dryRun, 'state:read': () => aState({ calls: [call] }) }

const toSettings = { press: '.header [data-turn]' } as const
const add = { press: '[data-add-rule]' } as const
const url = 'https://hooks.example.com/calls'
const at = (minutes: number): number => NOW - minutes * 60_000

/** What leaves the program: CRM pages and the webhook. */
export const OUTGOING_SCENES: readonly Scene[] = [
  {
    name: 'pages-card',
    title: 'A CRM page, opened from a card',
    main,
    settings: { crmRules },
    steps: [{ press: '.card .pages .button' }],
  },
  {
    name: 'pages-refused',
    title: 'A page that this computer couldn’t open',
    main: { ...main, 'page:open': () => ({ kind: 'failed' }) },
    settings: { crmRules: crmRules.slice(0, 1) },
    steps: [{ press: '.card .pages .button' }],
  },
  {
    name: 'pages-rules',
    title: 'Rules, with what they would open for the last call',
    main,
    settings: { crmRules },
    account: { pageTroubles: [{ at: at(12), rule: 'Orders', why: 'path-changed' }] },
    steps: [toSettings, { press: '[data-group="pages"] h2' }],
  },
  {
    name: 'pages-locked',
    title: 'Rules set by the organisation',
    main,
    settings: { crmRules },
    account: { locked: ['crmRules'] },
    steps: [toSettings, { press: '[data-group="pages"] h2' }],
  },
  { name: 'pages-none', title: 'No rules yet', steps: [toSettings, { press: '[data-group="pages"] h2' }] },
  {
    name: 'pages-edit',
    title: 'A rule being edited, with what it would open',
    main,
    settings: { crmRules },
    steps: [
      toSettings,
      add,
      { fill: '.rule-form input', text: 'Wrap up' },
      { fill: '.rule-form textarea', text: 'https://crm.example.com/wrap-up?call={ivrid}' },
      { press: '.rule-form .allow' },
      { press: '.rule-form .preview p' },
      { press: '.rule-form .address label' },
    ],
  },
  {
    name: 'pages-error',
    title: 'A rule with errors in its fields',
    main,
    settings: { crmRules },
    steps: [
      toSettings,
      add,
      { fill: '.rule-form textarea', text: 'https://crm.example.com@evil.example/{fone}' },
      { press: '.rule-form [type="submit"]' },
      { press: '.rule-form label' },
    ],
  },
  {
    name: 'pages-conditions',
    title: 'The conditions of a rule',
    main,
    settings: { crmRules },
    steps: [toSettings, add, { press: '.rule-form summary' }, { press: '.conditions fieldset input' }],
  },
  {
    name: 'webhook',
    title: 'The webhook without errors',
    settings: { webhook: { on: true, url, events: ['ringing', 'answered', 'ended'], once: false } },
    account: {
      webhook: {
        secret: 'stored',
        state: { ...NOTHING_SENT, delivered: 12, lastDeliveredAt: at(3) },
      },
    },
    steps: [toSettings, { press: '[data-group="webhook"] .status' }],
  },
  {
    name: 'webhook-failing',
    title: 'The webhook with lost events',
    settings: { webhook: { on: true, url, events: ['ringing', 'answered', 'ended'], once: false } },
    account: {
      webhook: {
        secret: 'stored',
        state: {
          waiting: 3,
          delivered: 12,
          lastDeliveredAt: at(18),
          retrying: { why: { kind: 'unreachable', why: 'timeout' }, tries: 2, nextAt: NOW + 4_000 },
          givenUp: [
            { at: at(9), id: 'b', type: 'ended', tries: 1, why: { kind: 'malformed', why: 'redirect' } },
            {
              at: at(11),
              id: 'a',
              type: 'ringing',
              tries: 6,
              why: { kind: 'faulty', status: 500, err: null },
            },
          ],
          lost: 2,
        },
      },
    },
    steps: [toSettings, { press: '[data-group="webhook"] .status' }],
  },
  {
    name: 'webhook-no-secret',
    title: 'A webhook without a secret',
    settings: { webhook: { on: true, url, events: ['ended'], once: true } },
    steps: [toSettings, { press: '[data-group="webhook"] h2' }],
  },
]
