import * as v from 'valibot'
import { ENTRY, HEADER, RECORDING_FORMAT, type RecordedEntry, type Recording } from './recording.ts'

/** A file's text as a recording, or what is wrong with it: not a recording, a later format, or the number of the broken line. */
export type ReadRecording =
  | { readonly kind: 'recording'; readonly recording: Recording }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer'; readonly format: number }
  | { readonly kind: 'broken'; readonly line: number }

/** Reads a recorder's output. Accepts any text and never throws. */
export function readRecording(text: string): ReadRecording {
  const [first = '', ...rest] = text.replace(/\n$/, '').split('\n')
  const begun = v.safeParse(ANY_HEADER, parsed(first))
  if (!begun.success) return { kind: 'foreign' }
  if (begun.output.format > RECORDING_FORMAT) return { kind: 'newer', format: begun.output.format }
  const header = v.safeParse(HEADER, parsed(first))
  if (!header.success) return { kind: 'broken', line: 1 }
  const entries: RecordedEntry[] = []
  for (const [index, line] of rest.entries()) {
    const entry = v.safeParse(ENTRY, parsed(line))
    if (!entry.success) return { kind: 'broken', line: index + 2 }
    entries.push(entry.output)
  }
  return { kind: 'recording', recording: { header: header.output, entries } }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const ANY_HEADER = v.object({ kind: v.literal('ringside-recording'), format: v.number() })
