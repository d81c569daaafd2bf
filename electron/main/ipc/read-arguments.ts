import type { HistoryFilter, HistoryRequest } from '../../../core/history/history-request.ts'
import type { AccountEntry } from '../../../core/contract.ts'
import {
  REQUESTS,
  type ChannelReadInMain,
  type RequestChannel,
  type Requests,
} from '../../../core/ipc/channels.ts'
import type { Request, RequestReadInMain } from '../../../core/ipc/request.ts'
import { readCode } from '../../../core/settings/read-code.ts'
import { readSettings } from '../../../core/settings/read-settings.ts'
import { isSettingKey, type SettingKey } from '../../../core/settings/settings.ts'

/** Parsed IPC arguments: valid arguments, or a response that the window understands, or malformed input. */
export type ReadArguments<C extends RequestChannel> =
  | { readonly kind: 'arguments'; readonly args: Parameters<Requests[C]> }
  | { readonly kind: 'answer'; readonly answer: ReturnType<Requests[C]> }
  | { readonly kind: 'nonsense' }

type Reader<C extends RequestChannel> = (raw: readonly unknown[]) => ReadArguments<C>

const MAX_PAGE = 200 // more rows than any screen shows at once
const MAX_TEXT_LENGTH = 1_000 // a call copied as JSON, not a document
const FILTERS: readonly HistoryFilter[] = ['all', 'missed', 'incoming', 'outgoing', 'muted']

const NONSENSE = { kind: 'nonsense' } as const

/** Reads the arguments of a request: nothing sent by a window is trusted before it passes here. */
export function readArguments<C extends RequestChannel>(
  channel: C,
  raw: readonly unknown[],
): ReadArguments<C> {
  const readInMain = READERS_IN_MAIN[channel]
  if (readInMain !== undefined) return readInMain(raw)
  const args = READERS[channel].read?.(raw) ?? null
  return args === null ? NONSENSE : { kind: 'arguments', args }
}

const READERS: { readonly [C in RequestChannel]: Request<Requests[C]> | RequestReadInMain<Requests[C]> } =
  REQUESTS

/** Requests whose readers use those of the settings, or respond with an error that the window can show. */
const READ_IN_MAIN: { readonly [C in ChannelReadInMain]: Reader<C> } = {
  'settings:change': ([raw, ...more]) => {
    if (raw === undefined || more.length > 0) return NONSENSE
    const { values, problems } = readSettings('user', raw)
    const [problem] = problems
    if (problem === undefined)
      return Object.keys(values).length === 0 ? NONSENSE : { kind: 'arguments', args: [values] }
    return { kind: 'answer', answer: { kind: 'not-saved', why: 'invalid', key: settingKey(problem.key) } }
  },
  'account:test': (raw) => {
    const entry = accountEntry(raw)
    if (entry === 'code') return { kind: 'answer', answer: { kind: 'no-code' } }
    if (entry === 'extension') return { kind: 'answer', answer: { kind: 'unknown-extension' } }
    return entry === null ? NONSENSE : { kind: 'arguments', args: [entry] }
  },
  'account:save': (raw) => {
    const entry = accountEntry(raw)
    if (typeof entry === 'string')
      return { kind: 'answer', answer: { kind: 'not-saved', why: 'invalid', key: entry } }
    return entry === null ? NONSENSE : { kind: 'arguments', args: [entry] }
  },
  'webhook:secret': ([raw, ...more]) => {
    if (more.length > 0 || (raw !== null && typeof raw !== 'string')) return NONSENSE
    const secret = raw === null ? null : readCode(raw)
    return raw !== null && secret === null
      ? { kind: 'answer', answer: { kind: 'not-saved', why: 'invalid', key: 'webhookSecret' } }
      : { kind: 'arguments', args: [secret] }
  },
  'history:read': ([raw, ...more]) => {
    const request = readHistoryRequest(raw)
    return request === null || more.length > 0 ? NONSENSE : { kind: 'arguments', args: [request] }
  },
}
const READERS_IN_MAIN: { readonly [C in RequestChannel]?: Reader<C> } = READ_IN_MAIN

/** The setting of a path such as `crmRules[2].url`. */
function settingKey(path: string): SettingKey | null {
  const [key = ''] = path.split(/[.[]/)
  return isSettingKey(key) ? key : null
}

/** The part of it that is invalid; null for nonsense. */
function accountEntry([raw, ...more]: readonly unknown[]): AccountEntry | 'code' | 'extension' | null {
  if (typeof raw !== 'object' || raw === null || !('code' in raw) || !('extension' in raw) || more.length > 0)
    return null
  if (raw.code !== null && typeof raw.code !== 'string') return null
  const code = raw.code === null ? null : readCode(raw.code)
  if (raw.code !== null && code === null) return 'code'
  const { extension = '' } = readSettings('user', { extension: raw.extension }).values
  return extension === '' ? 'extension' : { code, extension }
}

/** A history query from the window, parsed; null if malformed. */
function readHistoryRequest(raw: unknown): HistoryRequest | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { text = '', filter, before, limit }: Partial<Record<keyof HistoryRequest, unknown>> = raw
  const known = FILTERS.find((word) => word === filter)
  if (known === undefined || typeof text !== 'string' || text.length > MAX_TEXT_LENGTH) return null
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) return null
  if (before === undefined) return { text, filter: known, limit }
  return typeof before === 'number' && Number.isFinite(before) ? { text, filter: known, limit, before } : null
}
