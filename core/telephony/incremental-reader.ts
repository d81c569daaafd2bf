import type { Repair, Phone, ReadExtension } from '../domain.ts'
import { MAX_REPAIRS, MAX_RECORDS } from './repair-log.ts'
import type { RepairLog } from './repair-log.ts'
import { openEnvelope, readParsed } from './envelope.ts'
import type { Reading } from './envelope.ts'
import { createEntryReader, mergedExtension } from './extension-entry.ts'
import { createExtensionReader } from './extension-reader.ts'
import { afterSpace, listSpans, valueEnd } from './json/json-spans.ts'
import type { TextSpan } from './json/json-spans.ts'
import { hasTooMany } from './records.ts'
import { parseJson } from './json/parse-json.ts'

/** One entry as it was read, and where it stands in the text. `bends` are by paths within the entry. */
interface ReadEntry {
  readonly seen: ReadExtension | null
  readonly bends: readonly Repair[]
  readonly records: number
}

interface Piece extends TextSpan, ReadEntry {}

/** An answer that was read piece by piece. */
interface Pieces {
  readonly text: string
  readonly head: number
  readonly tail: number
  readonly pieces: readonly Piece[]
  /** Of the wrapper. */
  readonly bends: readonly Repair[]
}

type Wide = Reading<readonly ReadExtension[]>

const LIST = 'EXTENSIONS'
const STEPS_ASIDE = [0, 1, -1] // where the same entry may stand: next, after one that left, before one that came

/**
 * Reads the answer about all extensions, from one body to the next: an entry whose text is the same is not parsed
 * again and gives the very same object. The outcome is that of reading the whole anew. Never throws.
 */
export function createIncrementalReader(
  log: RepairLog,
  readPhone: (received: string) => Phone,
): (text: string) => Wide {
  const readEntry = createEntryReader(log, readPhone)
  const readWhole = createExtensionReader(log, readPhone)
  let last: Pieces | null = null
  let told: { readonly text: string; readonly reading: Wide } | null = null

  function entryOf(value: unknown): ReadEntry {
    log.begin()
    const seen = readEntry(value, null, false)
    const { bends, records } = log.told()
    return { seen, bends, records: records + 1 }
  }

  /** The pieces of a text by those of the last one; null when its wrapper is another, or when anything is in doubt. */
  function patched(before: Pieces, text: string): Pieces | null {
    if (text.slice(0, before.head) !== before.text.slice(0, before.head)) return null
    const pieces: Piece[] = []
    let next = 0
    let at = afterSpace(text, before.head)
    for (let more = text[at] !== ']'; more;) {
      const found = STEPS_ASIDE.find((step) => standsAt(before, next + step, text, at))
      const piece = found === undefined ? parsedAt(text, at) : reused(before.pieces[next + found], at)
      if (piece === null) return null
      pieces.push(piece)
      next += 1 + (found ?? 0)
      at = afterSpace(text, piece.end)
      more = text[at] === ','
      if (more) at = afterSpace(text, at + 1)
    }
    if (text.slice(at) !== before.text.slice(before.tail)) return null
    return { ...before, text, tail: at, pieces }
  }

  function parsedAt(text: string, start: number): Piece | null {
    const end = valueEnd(text, start)
    if (end <= start) return null
    const parsed = parseJson(text.slice(start, end))
    return parsed.kind === 'json' && parsed.repaired === undefined
      ? { start, end, ...entryOf(parsed.value) }
      : null
  }

  /** The pieces of a text read for the first time; null when it has no plain list of extensions. */
  function cutUp(text: string, body: unknown): Pieces | null {
    log.begin()
    const envelope = openEnvelope(body, LIST, log)
    if (envelope.kind !== 'list' || !Array.isArray(envelope.list) || hasTooMany(envelope.list)) return null
    const { bends } = log.told()
    const spans = listSpans(text, LIST)
    const list: readonly unknown[] = envelope.list
    if (spans?.entries.length !== list.length) return null
    const pieces = spans.entries.map((span, index) => ({ ...span, ...entryOf(list[index]) }))
    return { text, head: spans.head, tail: spans.tail, pieces, bends }
  }

  function read(text: string): Wide {
    const patch = last === null ? null : patched(last, text)
    if (patch !== null) {
      last = patch
      return together(patch)
    }
    const parsed = parseJson(text)
    last = parsed.kind === 'json' && parsed.repaired === undefined ? cutUp(text, parsed.value) : null
    return last !== null ? together(last) : readParsed(parsed, (body) => readWhole(body, null))
  }

  return (text) => {
    if (told?.text !== text) told = { text, reading: read(text) }
    return told.reading
  }
}

function standsAt(before: Pieces, index: number, text: string, at: number): boolean {
  const piece = before.pieces[index]
  if (piece === undefined) return false
  // Slices of a text share its memory and are compared at once, which no other way of comparing does.
  return text.slice(at, at + piece.end - piece.start) === before.text.slice(piece.start, piece.end)
}

const reused = (piece: Piece | undefined, start: number): Piece | null =>
  piece === undefined ? null : { ...piece, start, end: start + piece.end - piece.start }

function together({ pieces, bends }: Pieces): Wide {
  const found = new Map<string, ReadExtension>()
  const told: Repair[] = [...bends]
  let records = 0
  let dropped = 0
  const note = (bend: Repair): void => {
    const full =
      bend.what === 'dropped-no-id' ? dropped++ >= MAX_REPAIRS : told.length - dropped >= MAX_REPAIRS
    if (!full) told.push(bend)
  }
  pieces.forEach(({ seen, bends: within, records: more }, index) => {
    records += more
    const before = seen === null ? undefined : found.get(seen.extension)
    if (within.length > 0 || before !== undefined) {
      const path = `${LIST}[${index}]`
      for (const { path: rest, what } of within) note({ path: rest === '' ? path : `${path}.${rest}`, what })
      if (before !== undefined) note({ path, what: 'duplicate' })
    }
    if (seen !== null) found.set(seen.extension, before === undefined ? seen : mergedExtension(before, seen))
  })
  if (records > MAX_RECORDS) return { kind: 'malformed', why: 'too-large' }
  return { kind: 'answer', answer: [...found.values()], bends: told }
}
