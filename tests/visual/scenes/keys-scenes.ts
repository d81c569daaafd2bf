import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts'
import { aState, NOW } from '../../../src/testing/samples.ts'
import type { Scene } from '../scene.ts'

const toSettings = { press: '.header [aria-keyshortcuts^=","]' } as const
const scrolled = (selector: string) => [toSettings, { press: selector }] as const

const keys = [
  { action: 'show', accelerator: 'Control+Alt+R', state: 'on' },
  { action: 'copy', accelerator: 'Control+Alt+C', state: 'taken' },
  { action: 'mute', accelerator: 'Control+Alt+M', state: 'on' },
  { action: 'crm', accelerator: null, state: 'off' },
  { action: 'privacy', accelerator: 'Control+Alt+P', state: 'invalid' },
] as const

/** Shortcuts, and how each kind of alert is shown. */
export const KEYS_SCENES: readonly Scene[] = [
  {
    name: 'keys',
    title: 'The window’s shortcuts',
    account: { keys },
    steps: [toSettings, { press: 'section:has(.key) .row .button' }],
  },
  {
    name: 'key-settings',
    title: 'Global shortcuts: refused by the system, and not supported by it',
    account: { keys },
    steps: scrolled('.key:has(.none) .label'),
  },
  {
    name: 'key-recording',
    title: 'A shortcut being recorded',
    account: { keys },
    steps: [...scrolled('.key:has(.none) .label'), { press: '.keys.none' }],
  },
  {
    name: 'alert-settings',
    title: 'Each kind of alert with its notification, sound and blinking',
    settings: { sounds: { ...DEFAULT_SETTINGS.sounds, ring: 'ringside' } },
    steps: scrolled('.kind:nth-of-type(2) legend'),
  },
  {
    name: 'alert-settings-all',
    title: 'No sounds because of a desk phone; alerts paused',
    main: { 'state:read': () => aState({}, { alertsPausedUntil: NOW + 900_000 }) },
    settings: { deskPhone: true },
    steps: scrolled('.test-alert'),
  },
]
