import type { Failure } from '../connection.ts'
import type { Settings } from '../settings/settings.ts'

/** What the API said for some minutes, with nobody's number or name in it: enough to decide everything once more. */
export interface Recording {
  readonly header: RecordingHeader
  /** In the order in which they ended. */
  readonly entries: readonly RecordedEntry[]
}

/** Raised when a recording's form changes, so that an older program says so and does not guess. */
export const RECORDING_FORMAT = 1

/** The first line. Times are epoch ms by the computer that recorded. */
export interface RecordingHeader {
  readonly kind: 'ringside-recording'
  readonly format: typeof RECORDING_FORMAT
  /** The program's version. */
  readonly version: string
  readonly startedAt: number
  /** Exchanged, as all names are. */
  readonly extension: string
  readonly pollSeconds: number
  readonly zone: string
  readonly region: string
  readonly alertOnRing: boolean
  readonly alertOnMissed: boolean
  readonly alertsPausedUntil: number | null
  /** All extensions could be asked about: who took a ring was told. Absent in recordings of before. */
  readonly wideView?: boolean | undefined
  /** What is watched beside the extension; absent where that is nothing, and in recordings of before. */
  readonly around?: RecordedAround | undefined
  /** What was known when it began, and is no news; null when there had been no good answer yet. */
  readonly known: Known | null
}

/** The watch around the extension: what decides in it, what was known of it. Ids are exchanged as all names are. */
export interface RecordedAround extends Pick<
  Settings,
  | 'requestsPerMinute'
  | 'queueThresholdSeconds'
  | 'alertOnFirstWaiting'
  | 'alertOnQueueThreshold'
  | 'alertOnQueueLength'
  | 'queueLength'
> {
  /** Who is followed, by their id; null where an extension is watched. */
  readonly person: number | null
  readonly queues: 'all' | readonly string[]
  readonly queueThresholds: Readonly<Record<string, number>>
  /** Who waited when it began, as an answer; null when there had been none. */
  readonly waiting: Known | null
  /** What of the queues was told and lasted, each as `kind/id`. */
  readonly told: readonly string[]
  /** Of which the last question had come to nothing. */
  readonly failing: readonly ('everyone' | 'queues')[]
  /** When the questions of the minute before were over. */
  readonly asked: readonly number[]
}

export interface Known {
  /** When the last good answer had come. */
  readonly at: number
  /** What was known then, as an answer. */
  readonly body: string
}

export type RecordedEntry = RecordedAnswer | RecordedMark

export type Method = 'extensions' | 'queues' | 'mute'

/** One question and what came of it. */
export interface RecordedAnswer {
  readonly kind: 'answer'
  readonly method: Method
  /** True when it was about one extension. */
  readonly one: boolean
  readonly sentAt: number
  readonly endedAt: number
  readonly outcome: RecordedOutcome
}

export type RecordedOutcome =
  | {
      readonly kind: 'response'
      readonly status: number
      /** `date`, `content-type` and `retry-after`, where they can be read. */
      readonly headers: Readonly<Record<string, string>>
      readonly body: RecordedBody
    }
  | { readonly kind: 'failed'; readonly failure: NetworkFailure }
  /** The asker waited no longer. */
  | { readonly kind: 'given-up' }

export type RecordedBody =
  | { readonly kind: 'json'; readonly text: string }
  /** Byte by byte the body of this method's answer before. */
  | { readonly kind: 'same' }
  /** What is no JSON is kept as its kind and its length, in UTF-16 units. */
  | { readonly kind: 'no-json'; readonly why: NoJsonWhy; readonly length: number }
  /** Over what is taken for an answer; `length` as far as it was read, in bytes. */
  | { readonly kind: 'too-large'; readonly length: number }
  /** Nobody read it: the status said all. */
  | { readonly kind: 'unread' }

export type NoJsonWhy = 'not-json' | 'web-page' | 'cut-short'
export type NetworkFailure = Extract<Failure, { kind: 'malformed' | 'unreachable' }>

/** What the program was told meanwhile, beside answers. */
export interface RecordedMark {
  readonly kind: 'mark'
  readonly at: number
  readonly mark: Mark
}

export type Mark =
  | { readonly what: 'asleep' }
  | { readonly what: 'awake' }
  | { readonly what: 'alerts-paused'; readonly until: number | null }
