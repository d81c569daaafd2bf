import * as v from 'valibot'

const KIND = v.object({
  emitters: v.number(),
  /** The number of listeners on all of them. */
  listeners: v.number(),
})

const SAMPLE = v.object({
  /** Epoch ms by the fast clock. */
  at: v.number(),
  heapUsed: v.number(),
  external: v.number(),
  rss: v.number(),
  /** Live EventEmitters, by the name of their class. */
  kinds: v.record(v.string(), KIND),
  /** What keeps the process busy, by kind, as Node names them. */
  handles: v.array(v.string()),
})

export type Kind = v.InferOutput<typeof KIND>

/** Main's process at one moment of the shift, after garbage collection. */
export type Sample = v.InferOutput<typeof SAMPLE>

/** Reads the measurements, one line of JSON each. Lines that aren't samples are skipped. */
export function readSamples(text: string): readonly Sample[] {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line): unknown => JSON.parse(line)).filter((line) => v.is(SAMPLE, line))
}
