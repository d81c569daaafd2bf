import * as v from 'valibot'
import { MALFORMED, UNREACHABLE } from '../telephony/failure-shape.ts'

/** Raised when the format changes, so that an older program reports it instead of guessing. */
export const RECORDING_FORMAT = 1

const MAX_INSTANT = Date.UTC(2100, 0) // no real clock shows more
const instant = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_INSTANT))
const length = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(64 * 1024 * 1024)) // twice the largest accepted body
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.readonly())

export type Known = Readonly<v.InferOutput<typeof KNOWN>>
const KNOWN = v.object({
  /** When the last good response had arrived. */
  at: instant,
  /** What was known then, as a response. */
  body: v.string(),
})

/** Queues, team and the followed person: the settings that apply and what was known. Ids are replaced, as all names are. */
export type RecordedSurroundings = Readonly<v.InferOutput<typeof SURROUNDINGS>>
const SURROUNDINGS = v.object({
  /** The id of the followed person; null where an extension is watched. */
  person: v.nullable(v.number()),
  queues: v.union([v.literal('all'), list(v.string())]),
  queueThresholdSeconds: v.number(),
  queueThresholds: v.record(v.string(), v.number()),
  alertOnFirstWaiting: v.boolean(),
  alertOnQueueThreshold: v.boolean(),
  alertOnQueueLength: v.boolean(),
  queueLength: v.number(),
  requestsPerMinute: v.number(),
  /** Who was waiting when it started, as a response; null when there had been none. */
  waiting: v.nullable(KNOWN),
  /** The queue alerts already announced that still applied, each as `kind/id`. */
  told: list(v.string()),
  /** Those whose last request had failed. */
  failing: list(v.picklist(['everyone', 'queues'])),
  /** When the requests of the previous minute finished. */
  asked: list(instant),
})

/** The first line. Times are epoch ms by the computer that recorded. */
export type RecordingHeader = Readonly<v.InferOutput<typeof HEADER>>
export const HEADER = v.object({
  kind: v.literal('ringside-recording'),
  format: v.literal(RECORDING_FORMAT),
  /** The program's version. */
  version: v.string(),
  startedAt: instant,
  /** Replaced, as all names are. */
  extension: v.string(),
  pollSeconds: v.number(),
  zone: v.string(),
  region: v.string(),
  alertOnRing: v.boolean(),
  alertOnMissed: v.boolean(),
  alertsPausedUntil: v.nullable(instant),
  /** All extensions could be requested, to see who took a call. Absent in older recordings. */
  wideView: v.optional(v.boolean()),
  /** What is watched besides the extension; absent where that is nothing, and in older recordings. */
  around: v.optional(SURROUNDINGS),
  /** What was already known when it started; null when there had been no good response yet. */
  known: v.nullable(KNOWN),
})

export type RecordedBody = Readonly<v.InferOutput<typeof BODY>>
const BODY = v.variant('kind', [
  v.object({ kind: v.literal('json'), text: v.string() }),
  /** The body is byte for byte that of this method's previous response. */
  v.object({ kind: v.literal('same') }),
  /** If a body isn't JSON, its kind and its length in UTF-16 units are stored. */
  v.object({ kind: v.literal('no-json'), why: v.picklist(['not-json', 'web-page', 'cut-short']), length }),
  /** Longer than the accepted maximum; `length` as far as it was read, in bytes. */
  v.object({ kind: v.literal('too-large'), length }),
  /** Not read: the status was enough. */
  v.object({ kind: v.literal('unread') }),
])

export type NetworkFailure = Readonly<v.InferOutput<typeof FAILURE>>
const FAILURE = v.variant('kind', [MALFORMED, UNREACHABLE])

export type RecordedOutcome = Readonly<v.InferOutput<typeof OUTCOME>>
const OUTCOME = v.variant('kind', [
  v.object({
    kind: v.literal('response'),
    status: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(599)),
    /** Where they are valid. */
    headers: v.record(
      v.picklist(['date', 'content-type', 'retry-after']),
      v.pipe(v.string(), v.regex(/^[ -~]*$/)),
    ),
    body: BODY,
  }),
  v.object({ kind: v.literal('failed'), failure: FAILURE }),
  /** The caller abandoned it. */
  v.object({ kind: v.literal('given-up') }),
])

/** One request and its outcome. */
export type RecordedAnswer = Readonly<v.InferOutput<typeof ANSWER>>
export type Method = RecordedAnswer['method']
const ANSWER = v.object({
  kind: v.literal('answer'),
  method: v.picklist(['extensions', 'queues', 'mute']),
  /** True when it was about one extension. */
  one: v.boolean(),
  sentAt: instant,
  endedAt: instant,
  outcome: OUTCOME,
})

/** The program's other inputs, besides responses. */
export type RecordedMark = Readonly<v.InferOutput<typeof MARK>>
export type Mark = RecordedMark['mark']
const MARK = v.object({
  kind: v.literal('mark'),
  at: instant,
  mark: v.variant('what', [
    v.object({ what: v.literal('asleep') }),
    v.object({ what: v.literal('awake') }),
    v.object({ what: v.literal('alerts-paused'), until: v.nullable(instant) }),
  ]),
})

export type RecordedEntry = Readonly<v.InferOutput<typeof ENTRY>>
export const ENTRY = v.variant('kind', [ANSWER, MARK])

/** What the API responded for some minutes, without anyone's number or name: enough to replay all decisions. */
export interface Recording {
  readonly header: RecordingHeader
  /** In the order in which they finished. */
  readonly entries: readonly RecordedEntry[]
}
