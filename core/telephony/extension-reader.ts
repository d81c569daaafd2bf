import type { Phone, ReadExtension } from '../domain.ts'
import type { RepairLog } from './repair-log.ts'
import { errFailure, openEnvelope } from './envelope.ts'
import type { Reading } from './envelope.ts'
import { addExtension, createEntryReader } from './extension-entry.ts'
import { hasTooMany, listOf } from './records.ts'

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
