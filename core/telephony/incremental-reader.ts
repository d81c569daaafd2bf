import type { Repair, Phone, ReadExtension } from '../domain.ts'
import type { RepairLog } from './repair-log.ts'
import { openEnvelope, readParsed } from './envelope.ts'
import type { Reading } from './envelope.ts'
import { addExtension, createEntryReader, createExtensionReader } from './extension-reader.ts'
import { afterSpace, listSpans, valueEnd } from './json/json-spans.ts'
import type { TextSpan } from './json/json-spans.ts'
import { hasTooMany } from './records.ts'
import { parseJson } from './json/parse-json.ts'

/** One entry as read, and its position in the text. Paths in `repairs` are relative to the entry. */
interface ReadEntry {
  readonly seen: ReadExtension | null
  readonly repairs: readonly Repair[]
  readonly records: number
}

interface Piece extends TextSpan, ReadEntry {}

/** A response that was read piece by piece. */
interface Pieces {
  readonly text: string
  readonly head: number
  readonly tail: number
  readonly pieces: readonly Piece[]
  /** Repairs of the wrapper. */
  readonly repairs: readonly Repair[]
}

type Wide = Reading<readonly ReadExtension[]>

const LIST = 'EXTENSIONS'
const STEPS_ASIDE = [0, 1, -1] // where the same entry may be: next, after one that left, before a new one

/**
 * Reads successive responses about all extensions: an entry whose text is unchanged isn't parsed
 * again and yields the same object. The result equals that of reading everything again. Never throws.
 */
export function createIncrementalReader(
  log: RepairLog,
  readPhone: (received: string) => Phone,
): (text: string) => Wide {
  const readEntry = createEntryReader(log, readPhone)
  const readWhole = createExtensionReader(log, readPhone)
  let last: Pieces | null = null
  let latest: { readonly text: string; readonly reading: Wide } | null = null

  function entryOf(value: unknown): ReadEntry {
    log.begin()
    const seen = readEntry(value, null, false)
    const { repairs, records } = log.collected()
    return { seen, repairs, records: records + 1 }
  }

  /** The pieces of a text, reusing those of the last one; null when its wrapper differs, or when anything is in doubt. */
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

  /** The pieces of a text read from scratch; null when it has no plain list of extensions. */
  function cutUp(text: string, body: unknown): Pieces | null {
    log.begin()
    const envelope = openEnvelope(body, LIST, log)
    if (envelope.kind !== 'list' || !Array.isArray(envelope.list) || hasTooMany(envelope.list)) return null
    const { repairs } = log.collected()
    const spans = listSpans(text, LIST)
    const list: readonly unknown[] = envelope.list
    if (spans?.entries.length !== list.length) return null
    const pieces = spans.entries.map((span, index) => ({ ...span, ...entryOf(list[index]) }))
    return { text, head: spans.head, tail: spans.tail, pieces, repairs }
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

  function together({ pieces, repairs }: Pieces): Wide {
    log.begin()
    for (const { path, what } of repairs) log.note(path, what)
    const found = new Map<string, ReadExtension>()
    pieces.forEach((piece, index) => {
      log.afford(piece.records)
      // As usual, and much faster for thousands of entries.
      if (piece.seen !== null && piece.repairs.length === 0 && !found.has(piece.seen.extension))
        return void found.set(piece.seen.extension, piece.seen)
      log.within(`${LIST}[${index}]`, () => {
        for (const { path, what } of piece.repairs) log.note(path, what)
        if (piece.seen !== null) addExtension(found, piece.seen, log)
      })
    })
    const { repairs: all, tooMany } = log.collected()
    return tooMany
      ? { kind: 'malformed', why: 'too-large' }
      : { kind: 'answer', answer: [...found.values()], repairs: all }
  }

  return (text) => {
    if (latest?.text !== text) latest = { text, reading: read(text) }
    return latest.reading
  }
}

function standsAt(before: Pieces, index: number, text: string, at: number): boolean {
  const piece = before.pieces[index]
  if (piece === undefined) return false
  // Slices of a text share its memory, which makes this the fastest comparison.
  return text.slice(at, at + piece.end - piece.start) === before.text.slice(piece.start, piece.end)
}

const reused = (piece: Piece | undefined, start: number): Piece | null =>
  piece === undefined ? null : { ...piece, start, end: start + piece.end - piece.start }
