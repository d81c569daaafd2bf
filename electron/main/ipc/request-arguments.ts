import type { AccountEntry, Looking, RequestChannel, Requests } from '../../../core/contract.ts'
import type { CallKey, CopyWhat } from '../../../core/domain.ts'
import { readHistoryQuestion } from './read-history-question.ts'
import { readCode } from '../../../core/settings/read-code.ts'
import { readSettings } from '../../../core/settings/read-settings.ts'
import { MAX_RULES } from '../../../core/crm/read-crm-rules.ts'
import { isSettingKey, SETTINGS } from '../../../core/settings/settings.ts'
import { MAX_TEMPLATE_LENGTH } from '../../../core/templates/parse-template.ts'
import { MAX_NAME_LENGTH } from '../../../core/templates/read-copy-templates.ts'
import type { SettingKey } from '../../../core/settings/settings.ts'

/** What came over IPC, read: good arguments, or an answer that the window understands, or nonsense. */
export type ReadArguments<C extends RequestChannel> =
  | { readonly kind: 'arguments'; readonly args: Parameters<Requests[C]> }
  | { readonly kind: 'answer'; readonly answer: ReturnType<Requests[C]> }
  | { readonly kind: 'nonsense' }

/** `schemes`: what the policy lets CRM rules open beside https. */
type Reader<C extends RequestChannel> = (
  raw: readonly unknown[],
  schemes: readonly string[],
) => ReadArguments<C>

const NONSENSE = { kind: 'nonsense' } as const
const MAX_KEY_LENGTH = 512 // an extension, a slash and an id; what is longer is none

const MAX_NOTE_LENGTH = 4_000 // what the journal keeps of a note
const MAX_REPORT_DAYS = 366

const isKey = (value: unknown): value is CallKey =>
  typeof value === 'string' && value.length <= MAX_KEY_LENGTH

const nothing = (raw: readonly unknown[]) =>
  raw.length === 0 ? ({ kind: 'arguments', args: [] } satisfies ReadArguments<'state:read'>) : NONSENSE

const callKey = ([key, ...more]: readonly unknown[]) =>
  isKey(key) && more.length === 0
    ? ({ kind: 'arguments', args: [key] } satisfies ReadArguments<'popup:open'>)
    : NONSENSE

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_NAME_LENGTH

const warningId = ([id, ...more]: readonly unknown[]) =>
  typeof id === 'number' && Number.isSafeInteger(id) && more.length === 0
    ? ({ kind: 'arguments', args: [id] } satisfies ReadArguments<'recording:mend'>)
    : NONSENSE

function readTemplateEntry(raw: unknown): Parameters<Requests['template:preview']>[0] | null {
  if (typeof raw !== 'object' || raw === null || !('template' in raw) || !('format' in raw)) return null
  const { template, format } = raw
  if (typeof template !== 'string' || template.length > MAX_TEMPLATE_LENGTH * 2) return null
  return format === 'text' || format === 'json' ? { template, format } : null
}

const isCopyWhat = (value: unknown): value is CopyWhat =>
  value === 'number' || value === 'name' || value === 'did' || value === 'ivrid' || value === 'card'

/** The one reader of each request's arguments: nothing that the window sends is believed before it was here. */
export const READ_ARGUMENTS: { readonly [C in RequestChannel]: Reader<C> } = {
  'state:read': nothing,
  'settings:read': nothing,
  'missed:clear': nothing,
  'alerts:test': nothing,
  'alerts:system': nothing,
  'alerts:open-system': nothing,
  'popup:read': nothing,
  'updates:check': nothing,
  'updates:install': nothing,
  'poll:now': nothing,
  'problem:record': nothing,
  'problem:stop': nothing,
  'diagnostics:read': nothing,
  'diagnostics:copy': nothing,
  'demo:start': nothing,
  'demo:stop': nothing,
  'window:hide': nothing,
  'settings:change': ([raw, ...more], schemes) => {
    if (raw === undefined || more.length > 0) return NONSENSE
    const { values, problems } = readSettings('user', raw, schemes)
    const [problem] = problems
    if (problem === undefined)
      return Object.keys(values).length === 0 ? NONSENSE : { kind: 'arguments', args: [values] }
    return { kind: 'answer', answer: { kind: 'not-saved', why: 'invalid', key: settingKey(problem.key) } }
  },
  'account:test': (raw) => {
    const { entry, bad } = accountEntry(raw)
    if (bad === 'code') return { kind: 'answer', answer: { kind: 'no-code' } }
    if (bad === 'extension') return { kind: 'answer', answer: { kind: 'unknown-extension' } }
    return entry === null ? NONSENSE : { kind: 'arguments', args: [entry] }
  },
  'account:save': (raw) => {
    const { entry, bad } = accountEntry(raw)
    if (bad !== null) return { kind: 'answer', answer: { kind: 'not-saved', why: 'invalid', key: bad } }
    return entry === null ? NONSENSE : { kind: 'arguments', args: [entry] }
  },
  'call:copy': ([key, what, ...more]) => {
    const good = isKey(key) && isCopyWhat(what) && more.length === 0
    return good ? { kind: 'arguments', args: [key, what] } : NONSENSE
  },
  'call:copy-as': ([key, name, ...more]) =>
    isKey(key) && (name === null || isName(name)) && more.length === 0
      ? { kind: 'arguments', args: [key, name] }
      : NONSENSE,
  'template:preview': ([raw, ...more]) => {
    const template = readTemplateEntry(raw)
    return template === null || more.length > 0 ? NONSENSE : { kind: 'arguments', args: [template] }
  },
  'recording:mute': ([key, muted, ...more]) =>
    isKey(key) && typeof muted === 'boolean' && more.length === 0
      ? { kind: 'arguments', args: [key, muted] }
      : NONSENSE,
  'recording:mend': warningId,
  'recording:dismiss': warningId,
  'page:open': ([key, name, ...more]) =>
    isKey(key) && (name === null || isName(name)) && more.length === 0
      ? { kind: 'arguments', args: [key, name] }
      : NONSENSE,
  'page:dry-run': ([rules, ...more]) =>
    Array.isArray(rules) && rules.length <= MAX_RULES && more.length === 0
      ? { kind: 'arguments', args: [rules] }
      : NONSENSE,
  'webhook:secret': ([raw, ...more]) => {
    if (more.length > 0 || (raw !== null && typeof raw !== 'string')) return NONSENSE
    const secret = raw === null ? null : readCode(raw)
    return raw !== null && secret === null
      ? { kind: 'answer', answer: { kind: 'not-saved', why: 'invalid', key: 'webhookSecret' } }
      : { kind: 'arguments', args: [secret] }
  },
  'queue:copy': ([queueId, callId, ...more]) =>
    isKey(queueId) && isKey(callId) && more.length === 0
      ? { kind: 'arguments', args: [queueId, callId] }
      : NONSENSE,
  'popup:open': callKey,
  'popup:dismiss': callKey,
  'popup:drawn': ([revision, height, ...more]) =>
    isCount(revision) && isCount(height) && more.length === 0
      ? { kind: 'arguments', args: [revision, height] }
      : NONSENSE,
  'team:read': nothing,
  'team:copy': ([extension, what, ...more]) =>
    isKey(extension) && (what === 'extension' || what === 'caller') && more.length === 0
      ? { kind: 'arguments', args: [extension, what] }
      : NONSENSE,
  'view:look': ([raw, ...more]) => {
    const looking = readLooking(raw)
    return looking === null || more.length > 0 ? NONSENSE : { kind: 'arguments', args: [looking] }
  },
  'history:read': ([raw, ...more]) => {
    const question = readHistoryQuestion(raw)
    return question === null || more.length > 0 ? NONSENSE : { kind: 'arguments', args: [question] }
  },
  'history:note': ([key, note, ...more]) => {
    const good = isKey(key) && typeof note === 'string' && note.length <= MAX_NOTE_LENGTH && more.length === 0
    return good ? { kind: 'arguments', args: [key, note] } : NONSENSE
  },
  'history:label': ([key, label, ...more]) => {
    const good =
      label === null || (typeof label === 'string' && label.length <= SETTINGS.outcomeLabels.shape.maxLength)
    return isKey(key) && good && more.length === 0 ? { kind: 'arguments', args: [key, label] } : NONSENSE
  },
  'history:forget': ([key, ...more]) =>
    isKey(key) && more.length === 0 ? { kind: 'arguments', args: [key] } : NONSENSE,
  'history:export': ([format, ...more]) =>
    (format === 'csv' || format === 'json') && more.length === 0
      ? { kind: 'arguments', args: [format] }
      : NONSENSE,
  'report:read': ([days, ...more]) => {
    const good = typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= MAX_REPORT_DAYS
    return good && more.length === 0 ? { kind: 'arguments', args: [days] } : NONSENSE
  },
  'keys:record': ([recording, ...more]) =>
    typeof recording === 'boolean' && more.length === 0 ? { kind: 'arguments', args: [recording] } : NONSENSE,
  'alerts:pause': ([minutes, ...more]) => {
    const good = (minutes === null || minutes === 15 || minutes === 60) && more.length === 0
    return good ? { kind: 'arguments', args: [minutes] } : NONSENSE
  },
}

function readLooking(raw: unknown): Looking | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { queues, team }: Partial<Record<keyof Looking, unknown>> = raw
  return typeof queues === 'boolean' && typeof team === 'boolean' ? { queues, team } : null
}

/** The setting of a place such as `crmRules[2].url`. */
function settingKey(place: string): SettingKey | null {
  const [key = ''] = place.split(/[.[]/)
  return isSettingKey(key) ? key : null
}

interface EntryRead {
  readonly entry: AccountEntry | null
  readonly bad: 'code' | 'extension' | null
}

function accountEntry([raw, ...more]: readonly unknown[]): EntryRead {
  const none = { entry: null, bad: null }
  if (typeof raw !== 'object' || raw === null || !('code' in raw) || !('extension' in raw) || more.length > 0)
    return none
  if (raw.code !== null && typeof raw.code !== 'string') return none
  const code = raw.code === null ? null : readCode(raw.code)
  if (raw.code !== null && code === null) return { entry: null, bad: 'code' }
  const { extension = '' } = readSettings('user', { extension: raw.extension }).values
  return extension === '' ? { entry: null, bad: 'extension' } : { entry: { code, extension }, bad: null }
}
