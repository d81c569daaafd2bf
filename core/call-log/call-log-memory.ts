import * as v from 'valibot'

/** What has to be remembered between requests, also across restarts. Epoch ms by this computer's clock. */
export interface CallLogMemory {
  /** By extension, the latest first. */
  readonly logs: readonly ExtensionLog[]
  /** The longest call so far, ms. */
  readonly longestCallMs: number
  /** The wait after the last failure, ms; less after each success. */
  readonly waitMs: number
  /** Nothing is requested before, because requests failed. */
  readonly heldUntil: number
  /** When the requests of the last hour were sent. */
  readonly sent: readonly number[]
  /** 0 to 1: at which point of its time window the next request is sent; null until it is drawn. */
  readonly draw: number | null
}

/** What was read of an extension. */
export interface ExtensionLog {
  readonly extension: string
  /** Until when the log was read; null before the first response. */
  readonly readTo: number | null
  /** When somebody was logged in, as far as the log wasn't read since; null if nobody was. */
  readonly watched: { readonly from: number; readonly to: number } | null
}

export const NOTHING_READ = { readTo: null, watched: null } as const

export const EMPTY_CALL_LOG_MEMORY: CallLogMemory = {
  logs: [],
  longestCallMs: 0,
  waitMs: 0,
  heldUntil: 0,
  sent: [],
  draw: null,
}

const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
const STORED = v.object({
  logs: v.pipe(
    v.array(
      v.object({
        extension: v.pipe(v.string(), v.maxLength(256)),
        readTo: v.nullable(time),
        watched: v.nullable(v.object({ from: time, to: time })),
      }),
    ),
    v.maxLength(100),
  ),
  longestCallMs: time,
  waitMs: time,
  heldUntil: time,
  sent: v.pipe(v.array(time), v.maxLength(100)),
  draw: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
})

/** The memory as stored, in JSON; an empty one if it can't be read. */
export function readCallLogMemory(text: string): CallLogMemory {
  try {
    return v.parse(STORED, JSON.parse(text))
  } catch {
    return EMPTY_CALL_LOG_MEMORY
  }
}
