import type { Failure } from '../connection.ts'
import type { Settings } from '../settings/settings.ts'

/** What the API responded for some minutes, without anyone's number or name: enough to replay all decisions. */
export interface Recording {
  readonly header: RecordingHeader
  /** In the order in which they finished. */
  readonly entries: readonly RecordedEntry[]
}

/** Raised when the format changes, so that an older program reports it instead of guessing. */
export const RECORDING_FORMAT = 1

/** The first line. Times are epoch ms by the computer that recorded. */
export interface RecordingHeader {
  readonly kind: 'ringside-recording'
  readonly format: typeof RECORDING_FORMAT
  /** The program's version. */
  readonly version: string
  readonly startedAt: number
  /** Replaced, as all names are. */
  readonly extension: string
  readonly pollSeconds: number
  readonly zone: string
  readonly region: string
  readonly alertOnRing: boolean
  readonly alertOnMissed: boolean
  readonly alertsPausedUntil: number | null
  /** All extensions could be requested, to see who took a call. Absent in older recordings. */
  readonly wideView?: boolean | undefined
  /** What is watched besides the extension; absent where that is nothing, and in older recordings. */
  readonly around?: RecordedSurroundings | undefined
  /** What was already known when it started; null when there had been no good response yet. */
  readonly known: Known | null
}

/** Queues, team and the followed person: the settings that apply and what was known. Ids are replaced, as all names are. */
export interface RecordedSurroundings extends Pick<
  Settings,
  | 'requestsPerMinute'
  | 'queueThresholdSeconds'
  | 'alertOnFirstWaiting'
  | 'alertOnQueueThreshold'
  | 'alertOnQueueLength'
  | 'queueLength'
> {
  /** The id of the followed person; null where an extension is watched. */
  readonly person: number | null
  readonly queues: 'all' | readonly string[]
  readonly queueThresholds: Readonly<Record<string, number>>
  /** Who was waiting when it started, as a response; null when there had been none. */
  readonly waiting: Known | null
  /** The queue alerts already announced that still applied, each as `kind/id`. */
  readonly told: readonly string[]
  /** Those whose last request had failed. */
  readonly failing: readonly ('everyone' | 'queues')[]
  /** `asked`: when the requests of the previous minute finished. */
  readonly asked: readonly number[]
}

export interface Known {
  /** When the last good response had arrived. */
  readonly at: number
  /** What was known then, as a response. */
  readonly body: string
}

export type RecordedEntry = RecordedAnswer | RecordedMark

export type Method = 'extensions' | 'queues' | 'mute'

/** One request and its outcome. */
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
      /** `date`, `content-type` and `retry-after`, where they are valid. */
      readonly headers: Readonly<Record<string, string>>
      readonly body: RecordedBody
    }
  | { readonly kind: 'failed'; readonly failure: NetworkFailure }
  /** The caller abandoned it. */
  | { readonly kind: 'given-up' }

export type RecordedBody =
  | { readonly kind: 'json'; readonly text: string }
  /** The body is byte for byte that of this method's previous response. */
  | { readonly kind: 'same' }
  /** If a body isn't JSON, its kind and its length in UTF-16 units are stored. */
  | { readonly kind: 'no-json'; readonly why: NoJsonWhy; readonly length: number }
  /** Longer than the accepted maximum; `length` as far as it was read, in bytes. */
  | { readonly kind: 'too-large'; readonly length: number }
  /** Not read: the status was enough. */
  | { readonly kind: 'unread' }

export type NoJsonWhy = 'not-json' | 'web-page' | 'cut-short'
export type NetworkFailure = Extract<Failure, { kind: 'malformed' | 'unreachable' }>

/** The program's other inputs, besides responses. */
export interface RecordedMark {
  readonly kind: 'mark'
  readonly at: number
  readonly mark: Mark
}

export type Mark =
  | { readonly what: 'asleep' }
  | { readonly what: 'awake' }
  | { readonly what: 'alerts-paused'; readonly until: number | null }
