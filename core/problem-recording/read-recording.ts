import * as v from 'valibot'
import { RECORDING_FORMAT } from './recording.ts'
import { MALFORMED, UNREACHABLE } from '../telephony/failure-shape.ts'
import type { RecordedEntry, Recording } from './recording.ts'

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

const MAX_INSTANT = Date.UTC(2100, 0) // no real clock shows more
const instant = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_INSTANT))
const length = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(64 * 1024 * 1024)) // twice the largest accepted body

const ANY_HEADER = v.object({ kind: v.literal('ringside-recording'), format: v.number() })

const KNOWN = v.nullable(v.object({ at: instant, body: v.string() }))

const AROUND = v.object({
  person: v.nullable(v.number()),
  queues: v.union([v.literal('all'), v.array(v.string())]),
  queueThresholdSeconds: v.number(),
  queueThresholds: v.record(v.string(), v.number()),
  alertOnFirstWaiting: v.boolean(),
  alertOnQueueThreshold: v.boolean(),
  alertOnQueueLength: v.boolean(),
  queueLength: v.number(),
  requestsPerMinute: v.number(),
  waiting: KNOWN,
  told: v.array(v.string()),
  failing: v.array(v.picklist(['everyone', 'queues'])),
  asked: v.array(instant),
})

const HEADER = v.object({
  kind: v.literal('ringside-recording'),
  format: v.literal(RECORDING_FORMAT),
  version: v.string(),
  startedAt: instant,
  extension: v.string(),
  pollSeconds: v.number(),
  zone: v.string(),
  region: v.string(),
  alertOnRing: v.boolean(),
  alertOnMissed: v.boolean(),
  alertsPausedUntil: v.nullable(instant),
  wideView: v.optional(v.boolean()),
  around: v.optional(AROUND),
  known: KNOWN,
})

const BODY = v.variant('kind', [
  v.object({ kind: v.literal('json'), text: v.string() }),
  v.object({ kind: v.literal('same') }),
  v.object({ kind: v.literal('no-json'), why: v.picklist(['not-json', 'web-page', 'cut-short']), length }),
  v.object({ kind: v.literal('too-large'), length }),
  v.object({ kind: v.literal('unread') }),
])

const FAILURE = v.variant('kind', [MALFORMED, UNREACHABLE])

const OUTCOME = v.variant('kind', [
  v.object({
    kind: v.literal('response'),
    status: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(599)),
    headers: v.record(
      v.picklist(['date', 'content-type', 'retry-after']),
      v.pipe(v.string(), v.regex(/^[ -~]*$/)),
    ),
    body: BODY,
  }),
  v.object({ kind: v.literal('failed'), failure: FAILURE }),
  v.object({ kind: v.literal('given-up') }),
])

const ENTRY = v.variant('kind', [
  v.object({
    kind: v.literal('answer'),
    method: v.picklist(['extensions', 'queues', 'mute']),
    one: v.boolean(),
    sentAt: instant,
    endedAt: instant,
    outcome: OUTCOME,
  }),
  v.object({
    kind: v.literal('mark'),
    at: instant,
    mark: v.variant('what', [
      v.object({ what: v.literal('asleep') }),
      v.object({ what: v.literal('awake') }),
      v.object({ what: v.literal('alerts-paused'), until: v.nullable(instant) }),
    ]),
  }),
])
