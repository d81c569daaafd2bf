import type { AgentStatus, Phone, ReadCall, ReadExtension } from '../domain.ts'
import { statusOfNumber } from '../status-words.ts'
import type { RepairLog } from './repair-log.ts'
import { createCallReader } from './call-reader.ts'
import { coerceId } from './coerce.ts'
import { errFailure, openEnvelope } from './envelope.ts'
import type { Reading } from './envelope.ts'
import { fieldsOf, MAX_ID_LENGTH } from './fields.ts'
import { hasTooMany, listOf, MAX_CALLS_READ, oneRecord } from './records.ts'
import type { JsonRecord } from './records.ts'

/**
 * Reads the response of GetExtensionsCalls. With an extension requested, the others are ignored; names are
 * case-sensitive, as in the API. Accepts any JSON value and never throws.
 */
export function createExtensionReader(log: RepairLog, readPhone: (received: string) => Phone) {
  const readEntry = createEntryReader(log, readPhone)

  return (body: unknown, asked: string | null): Reading<readonly ReadExtension[]> => {
    log.begin()
    const envelope = openEnvelope(body, 'EXTENSIONS', log)
    if (envelope.kind === 'error') return errFailure(envelope.err, 200)
    if (envelope.kind !== 'list') return envelope
    const found = new Map<string, ReadExtension>()
    const entries = listOf(envelope.list, 'EXTENSIONS', 'username', log)
    if (asked === null && hasTooMany(entries)) return { kind: 'malformed', why: 'too-large' }
    entries.forEach((entry, index) => {
      log.within(`EXTENSIONS[${index}]`, () => {
        const seen = readEntry(entry, asked, entries.length === 1)
        if (seen !== null) addExtension(found, seen, log)
      })
    })
    const { repairs, tooMany } = log.collected()
    return tooMany
      ? { kind: 'malformed', why: 'too-large' }
      : { kind: 'answer', answer: [...found.values()], repairs }
  }
}

/** Reads one entry of `EXTENSIONS`; null when it isn't one, or a different extension than the requested one. */
export type EntryReader = (entry: unknown, asked: string | null, alone: boolean) => ReadExtension | null

/** Names are case-sensitive, as in the API. Accepts any JSON value and never throws. */
export function createEntryReader(log: RepairLog, readPhone: (received: string) => Phone): EntryReader {
  const readCall = createCallReader(log, readPhone)

  function readStatus(number: number | null): AgentStatus {
    const word = number === null ? undefined : statusOfNumber(number)
    if (word === undefined && number !== null) log.note('onlineUserStatus', 'unknown-word')
    return { word: word ?? 'unknown', number }
  }

  function readCalls(
    value: unknown,
    extension: string,
  ): Pick<ReadExtension, 'calls' | 'callsMissing' | 'unreadCalls'> {
    const entries = listOf(value, 'calls', 'ivrid', log, MAX_CALLS_READ)
    const calls = new Map<string, ReadCall>()
    let missing = typeof value !== 'object' || value === null
    const unread = Math.max(0, entries.length - MAX_CALLS_READ)
    if (unread > 0) log.note('calls', 'too-many')
    entries.slice(0, MAX_CALLS_READ).forEach((entry, index) => {
      log.within(`calls[${index}]`, () => {
        const call = readCall(entry, extension)
        if (call === null) missing = true
        else if (calls.has(call.key)) log.note('', 'duplicate')
        else calls.set(call.key, call)
      })
    })
    return {
      calls: [...calls.values()],
      ...(missing ? { callsMissing: true } : {}),
      ...(unread > 0 ? { unreadCalls: unread } : {}),
    }
  }

  function readExtension(record: JsonRecord, extension: string): ReadExtension {
    const { text, integer } = fieldsOf(record, log)
    const userId = integer('userID')
    return {
      extension,
      owner: text('name'),
      ...(userId === null || userId === 0 ? {} : { userId }),
      representative: text('representative'),
      onlineUserId: integer('onlineUserID'),
      status: readStatus(integer('onlineUserStatus')),
      ...readCalls(record['calls'], extension),
    }
  }

  /** The SIP code of an entry, or null when it isn't the requested one. */
  function nameOf(record: JsonRecord, asked: string | null, alone: boolean): string | null {
    const { value: name, what } = coerceId(record['username'], MAX_ID_LENGTH)
    // The only entry of a response about one extension is that extension, even without its name.
    const extension = name === '' && alone ? (asked ?? '') : name
    if (asked !== null && extension !== asked) return null
    if (name === '' || what !== null) log.note('username', what ?? 'missing')
    return extension
  }

  return (entry, asked, alone) => {
    const record = oneRecord(entry, '', log)
    const name = record === null ? null : nameOf(record, asked, alone)
    return record === null || name === null ? null : readExtension(record, name)
  }
}

/** Adds an extension to those of a response; one that is listed twice is the first entry, with the calls of both. */
export function addExtension(found: Map<string, ReadExtension>, seen: ReadExtension, log: RepairLog): void {
  const before = found.get(seen.extension)
  if (before !== undefined) log.note('', 'duplicate')
  found.set(seen.extension, before === undefined ? seen : merged(before, seen))
}

function merged(first: ReadExtension, second: ReadExtension): ReadExtension {
  const known = new Set(first.calls.map((call) => call.key))
  return {
    ...first,
    calls: [...first.calls, ...second.calls.filter((call) => !known.has(call.key))],
    ...(second.callsMissing === true ? { callsMissing: true } : {}),
    ...(second.unreadCalls === undefined
      ? {}
      : { unreadCalls: second.unreadCalls + (first.unreadCalls ?? 0) }),
  }
}
