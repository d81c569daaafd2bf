import type { PluggedDisplay, Rectangle } from './desktop-state.ts'
import type { Fault, FromPage, SystemChange } from './messages.ts'

/** A page's message, parsed and checked; null for anything that isn't one. Never throws. */
export function readMessage(text: string): FromPage | null {
  try {
    const raw: unknown = JSON.parse(text)
    return isRecord(raw) ? read(raw) : null
  } catch {
    return null
  }
}

type Raw = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const oneOf = <T extends string>(value: unknown, words: readonly T[]): T | undefined =>
  words.find((word) => word === value)

const CHANGES: readonly SystemChange[] = [
  'suspend',
  'resume',
  'lock-screen',
  'unlock-screen',
  'offline',
  'online',
  'dark',
  'light',
  'refuse-notifications',
  'allow-notifications',
  'fail-notifications',
  'work-notifications',
  'silence-notifications',
  'answer-notifications',
  'reduce-motion',
  'allow-motion',
  'lock-keychain',
  'unlock-keychain',
  'hide-tray',
  'show-tray',
  'forbid-start-at-login',
  'allow-start-at-login',
]

const FAULTS: readonly Fault[] = ['crash-windows', 'hang-windows', 'lose-gpu', 'throw', 'reject']

function read(raw: Raw): FromPage | null {
  switch (raw['type']) {
    case 'viewport':
      return isNumber(raw['width']) && isNumber(raw['height'])
        ? { type: 'viewport', width: raw['width'], height: raw['height'] }
        : null
    case 'pointer':
      return isNumber(raw['x']) && isNumber(raw['y']) ? { type: 'pointer', x: raw['x'], y: raw['y'] } : null
    case 'system':
      return readSystem(raw)
    case 'fault': {
      const fault = oneOf(raw['fault'], FAULTS)
      return fault === undefined ? null : { type: 'fault', fault }
    }
    case 'displays':
      return readDisplays(raw['displays'])
    case 'toast':
    case 'toast-action':
      return readToast(raw)
    case 'global-key':
      return isText(raw['accelerator']) ? { type: 'global-key', accelerator: raw['accelerator'] } : null
    case 'taken-keys':
      return isList(raw['accelerators']) && raw['accelerators'].every(isText)
        ? { type: 'taken-keys', accelerators: raw['accelerators'] }
        : null
    case 'clipboard':
      return isNumber(raw['seq']) && typeof raw['done'] === 'boolean'
        ? { type: 'clipboard', seq: raw['seq'], done: raw['done'] }
        : null
    default:
      return isNumber(raw['id']) ? readNumbered(raw, raw['id']) : null
  }
}

function readSystem(raw: Raw): FromPage | null {
  const change = oneOf(raw['change'], CHANGES)
  return change === undefined ? null : { type: 'system', change }
}

const MOST_DISPLAYS = 8

function readDisplays(raw: unknown): FromPage | null {
  if (!isList(raw) || raw.length === 0 || raw.length > MOST_DISPLAYS) return null
  const displays = raw.map(readDisplay)
  return displays.every((one) => one !== null) ? { type: 'displays', displays } : null
}

function readDisplay(raw: unknown): PluggedDisplay | null {
  if (!isRecord(raw)) return null
  const { name, scale, bar } = raw
  return isText(name) && isNumber(scale) && scale > 0 && isNumber(bar) && bar >= 0
    ? { name, scale, bar }
    : null
}

function readToast(raw: Raw): FromPage | null {
  if (!isText(raw['id'])) return null
  if (raw['type'] === 'toast-action') {
    return isNumber(raw['index']) ? { type: 'toast-action', id: raw['id'], index: raw['index'] } : null
  }
  const did = oneOf(raw['did'], ['shown', 'click', 'close'])
  return did === undefined ? null : { type: 'toast', id: raw['id'], did }
}

function readNumbered(raw: Raw, id: number): FromPage | null {
  switch (raw['type']) {
    case 'tray': {
      const did = oneOf(raw['did'], ['click', 'double-click', 'right-click'])
      return did === undefined ? null : { type: 'tray', id, did }
    }
    case 'tray-bounds': {
      const bounds = readRectangle(raw['bounds'])
      return bounds === null ? null : { type: 'tray-bounds', id, bounds }
    }
    case 'menu':
      return isNumber(raw['command']) ? { type: 'menu', id, command: raw['command'] } : null
    case 'dialog':
      return isNumber(raw['button']) ? { type: 'dialog', id, button: raw['button'] } : null
    default:
      return readOfWindow(raw, id)
  }
}

function readOfWindow(raw: Raw, id: number): FromPage | null {
  switch (raw['type']) {
    case 'window': {
      const did = oneOf(raw['did'], ['focus', 'blur', 'loaded', 'close'])
      return did === undefined ? null : { type: 'window', id, did }
    }
    case 'window-moved':
      return isNumber(raw['x']) && isNumber(raw['y'])
        ? { type: 'window-moved', id, x: raw['x'], y: raw['y'] }
        : null
    case 'window-resized':
      return isNumber(raw['width']) && isNumber(raw['height'])
        ? { type: 'window-resized', id, width: raw['width'], height: raw['height'] }
        : null
    case 'window-address':
      return isText(raw['path']) ? { type: 'window-address', id, path: raw['path'] } : null
    case 'window-open':
      return isText(raw['url']) ? { type: 'window-open', id, url: raw['url'] } : null
    case 'ipc-send':
      return isText(raw['channel']) && isList(raw['args'])
        ? { type: 'ipc-send', id, channel: raw['channel'], args: raw['args'] }
        : null
    case 'ipc-invoke':
      return isText(raw['channel']) && isList(raw['args']) && isNumber(raw['seq'])
        ? { type: 'ipc-invoke', id, seq: raw['seq'], channel: raw['channel'], args: raw['args'] }
        : null
    default:
      return null
  }
}

function readRectangle(raw: unknown): Rectangle | null {
  if (!isRecord(raw)) return null
  const { x, y, width, height } = raw
  return isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height) ? { x, y, width, height } : null
}
