import * as v from 'valibot'

const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
const list = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item), v.maxLength(MAX_LISTED), v.readonly())

const MAX_LISTED = 100 // of extensions, and of requests of the last hour

/** What was read of an extension. */
export type ExtensionLog = Readonly<v.InferOutput<typeof EXTENSION_LOG>>
const EXTENSION_LOG = v.object({
  extension: v.pipe(v.string(), v.maxLength(256)),
  /** Until when the log was read; null before the first response. */
  readTo: v.nullable(time),
  /** When somebody was logged in, as far as the log wasn't read since; null if nobody was. */
  watched: v.nullable(v.object({ from: time, to: time })),
})

export const NOTHING_READ = { readTo: null, watched: null } as const

/** What has to be remembered between requests, also across restarts. Epoch ms by this computer's clock. */
export type CallLogMemory = Readonly<v.InferOutput<typeof MEMORY>>
const MEMORY = v.object({
  /** By extension, the latest first. */
  logs: list(EXTENSION_LOG),
  /** The longest call so far, ms. */
  longestCallMs: time,
  /** The wait after the last failure, ms; less after each success. */
  waitMs: time,
  /** Nothing is requested before, because requests failed. */
  heldUntil: time,
  /** When the requests of the last hour were sent. */
  sent: list(time),
  /** 0 to 1: at which point of its time window the next request is sent; null until it is drawn. */
  draw: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
})

export const EMPTY_CALL_LOG_MEMORY: CallLogMemory = {
  logs: [],
  longestCallMs: 0,
  waitMs: 0,
  heldUntil: 0,
  sent: [],
  draw: null,
}

/** The memory as stored, in JSON; an empty one if it can't be read. */
export function readCallLogMemory(text: string): CallLogMemory {
  try {
    return v.parse(MEMORY, JSON.parse(text))
  } catch {
    return EMPTY_CALL_LOG_MEMORY
  }
}
