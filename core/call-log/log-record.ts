import { readCustomData } from '../telephony/custom-data.ts'
import { createFields, MAX_PHONE_LENGTH } from '../telephony/fields.ts'
import { parseJson } from '../telephony/json/parse-json.ts'
import type { JsonRecord } from '../telephony/records.ts'
import type { RepairLog } from '../telephony/repair-log.ts'
import { recordingUrl } from './recording-url.ts'
import { writtenDate, writtenEpoch, type WrittenDate } from './written-time.ts'

/** One record of the call log, read: a call may have several. */
export interface LogRecord {
  /** `''` without one. */
  readonly ivrid: string
  readonly kind: RecordKind
  /** Whether the watched extension was called or calls; `other`: another one; `none`: the record names no extension. */
  readonly side: 'called' | 'calling' | 'other' | 'none'
  readonly dated: WrittenDate | null
  readonly epochMs: number | null
  readonly answered: boolean
  /** Nobody answered while the phone rang, and the caller may still be waiting: it may ring again. */
  readonly rangOut: boolean
  /** Null if the record doesn't say. */
  readonly talkSeconds: number | null
  readonly ringSeconds: number | null
  /** The other party as written. */
  readonly party: string
  readonly did: string
  readonly queue: string
  readonly userId: number | null
  /** The user whose record it is, by name. */
  readonly user: string
  /** Who answered, by name; usually the same. */
  readonly representative: string
  readonly recordingUrl: string | null
  readonly transferredFrom: string | null
}

/**
 * `whole`: a call from its arrival, including menus and queues. `own-leg`, `far-leg`: the two legs of a call that was
 * placed by Click2Call or a dialler. `passed-on`: a call's continuation elsewhere.
 */
export type RecordKind = 'call' | 'whole' | 'own-leg' | 'far-leg' | 'passed-on' | 'voicemail'

/** `CdrType`. */
const TYPES: ReadonlyMap<number, RecordKind> = new Map([
  [1, 'whole'],
  ...[4, 8, 17, 18, 19, 21, 22].map((type) => [type, 'call'] as const),
  [9, 'own-leg'],
  [10, 'far-leg'],
  [11, 'voicemail'],
  [13, 'passed-on'],
  [14, 'own-leg'],
  [15, 'far-leg'],
  [23, 'passed-on'],
])

/** `DialStatus`, by its letters: whether somebody answered. */
const STATUSES: ReadonlyMap<string, boolean> = new Map([
  ['answer', true],
  ['answered', true],
  ...['noanswer', 'busy', 'cancel', 'abandon', 'abandone', 'abandoned', 'timeout', 'voicemail'].map(
    (word) => [word, false] as const,
  ),
])

const MAX_CUSTOM_TEXT = 20_000

/** Reads records about `extension`. Never throws; whatever had to be repaired goes to `log`. */
export function createRecordReader(log: RepairLog, extension: string): (row: JsonRecord) => LogRecord {
  const isOwn = (name: string): boolean => name.toLowerCase() === extension.toLowerCase()

  function known<T>(field: string, meaning: T | undefined, isGiven: boolean): T | undefined {
    if (meaning === undefined && isGiven) log.note(field, 'unknown-word')
    return meaning
  }

  return (row) => {
    const cells = lowerCased(row)
    const cell = (name: string): unknown => cells.get(name.toLowerCase())
    // Which fields a record has depends on its type, so none is required.
    const { id, text, integer } = createFields(cell, (name, what) => {
      if (what !== 'missing') log.note(name, what)
    })
    const ivrid = id('CallID')
    const [cdrtype, dialstatus] = [integer('CdrType'), text('DialStatus')]
    const [duration, ringSeconds] = [secondsOf(integer('Duration')), secondsOf(integer('RingTime'))]
    const called = extensionsIn(text('Targetextension', MAX_EXTENSIONS_LENGTH))
    const calling = extensionsIn(text('Callerextension', MAX_EXTENSIONS_LENGTH))
    const [targetnumber, callernumber] = [
      text('TargetNumber', MAX_PHONE_LENGTH),
      text('CallerNumber', MAX_PHONE_LENGTH),
    ]
    const isCalling = calling.some(isOwn) || isOwn(callernumber)
    const isCalled = called.some(isOwn) || isOwn(targetnumber)
    const namesOther = called.length > 0 || calling.length > 0
    const side = isCalling ? 'calling' : isCalled ? 'called' : namesOther ? 'other' : 'none'
    const kind = known('CdrType', TYPES.get(cdrtype ?? 0), cdrtype !== null) ?? 'call'
    const status = dialstatus.toLowerCase().replaceAll(/[^a-z]/g, '')
    const wasAnswered = known('DialStatus', STATUSES.get(status), dialstatus !== '') ?? (duration ?? 0) > 0
    const answered = kind !== 'voicemail' && wasAnswered
    const calls = isCalling || kind === 'far-leg'
    return {
      ivrid,
      kind,
      side,
      dated: writtenDate(cell('Date')),
      epochMs: writtenEpoch(cell('DateEpoch')),
      answered,
      rangOut: status === 'noanswer' || status === 'timeout',
      talkSeconds: answered ? duration : 0,
      ringSeconds,
      party:
        calls && !isOwn(targetnumber)
          ? targetnumber || (called[0] ?? '')
          : callernumber || (calling[0] ?? ''),
      did: text('DID', MAX_PHONE_LENGTH),
      queue: text('QueueName'),
      userId: integer('UserId') || null,
      user: text('UserName'),
      representative: text('RepresentativeName'),
      recordingUrl: recordingUrl(cell('RecordURL')),
      transferredFrom: side === 'other' ? null : originIn(cell('CustomData'), log),
    }
  }
}

/** By lower-case names, without empty values: documentation and examples spell the names differently. */
function lowerCased(row: JsonRecord): ReadonlyMap<string, unknown> {
  const cells = new Map<string, unknown>()
  for (const [name, value] of Object.entries(row)) {
    const key = name.toLowerCase()
    if (value !== null && value !== '' && !cells.has(key)) cells.set(key, value)
  }
  return cells
}

const MAX_EXTENSIONS_LENGTH = 500 // a ring group of some fifty
const MAX_SECONDS = 7 * 86_400 // longer is a stamp

const secondsOf = (count: number | null | undefined): number | null =>
  count === null || count === undefined || count < 0 || count > MAX_SECONDS ? null : count

/** A ring group may name several. */
const extensionsIn = (text: string): readonly string[] => text.split(/[\s,;|]+/).filter((one) => one !== '')

/** Custom data may be JSON as text. */
function originIn(cell: unknown, log: RepairLog): string | null {
  if (cell === undefined) return null
  const parsed = typeof cell === 'string' && cell.length <= MAX_CUSTOM_TEXT ? parseJson(cell) : null
  const data = readCustomData(parsed?.kind === 'json' ? parsed.value : cell, log)
  const found = Object.entries(data).find(([name]) => name.toLowerCase() === ORIGIN)?.[1]
  return found === undefined || found === '' ? null : found
}

const ORIGIN = 'originalivruniqueid'
