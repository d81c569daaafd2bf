import { MINUTE_MS, type Clock } from '../clock.ts'
import type { AgentState } from '../domain.ts'
import { followedPerson } from '../own-phone.ts'
import type { AgentLocation } from '../surroundings.ts'
import type { Settings } from '../settings/settings.ts'
import { networkFailure } from '../telephony/network-failure.ts'
import { phoneMemory } from '../telephony/phone-memory.ts'
import { storedBody } from './stored-body.ts'
import { storedHeaders } from './stored-headers.ts'
import { initialAnswer } from './initial-answer.ts'
import { RECORDING_FORMAT } from './recording.ts'
import type {
  Mark,
  Method,
  RecordedBody,
  RecordedEntry,
  RecordedOutcome,
  RecordingHeader,
} from './recording.ts'
import {
  recordedSurroundings,
  type KnownSurroundings,
  type SurroundingsSubject,
} from './recorded-surroundings.ts'
import { createRedactor, type Redactor, type RedactorParts } from './redactor.ts'
import { tapResponse, type BodyEnd } from './tap-response.ts'

/** "Record a problem": stores what the API responds for some minutes, redacted before it is stored. */
export interface Recorder {
  /** For the client of the watching session. Passes everything through; records while a recording runs. */
  readonly fetch: typeof globalThis.fetch
  /** Starts; a running recording is discarded. */
  start(subject: RecordingSubject): void
  /** Records another input of the program. Does nothing while no recording runs. */
  mark(mark: Mark): void
  /** Ends the running recording and passes it to `onEnd`. */
  stop(): void
  /** Ends it and discards it. */
  discard(): void
  /** When the running recording started, and when it will end; null while none runs. */
  running(): { readonly since: number; readonly until: number } | null
}

/** What is recorded: the settings that affect decisions, and what is known when it starts. */
export interface RecordingSubject {
  readonly settings: SurroundingsSubject &
    Pick<Settings, 'extension' | 'pollSeconds' | 'zone' | 'region' | 'alertOnRing' | 'alertOnMissed'>
  readonly alertsPausedUntil: number | null
  /** The session's state now. */
  readonly state: Pick<AgentState, 'agent' | 'calls' | 'lastGoodAt' | 'clock'>
  /** What the session knows about queues, team and the followed person; null where only the extension is watched. */
  readonly surroundings: KnownSurroundings | null
}

export interface RecorderParts {
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number
  /** The program's version. */
  readonly version: string
  /** Receives a recording that ended: the content of a `.jsonl` file, one JSON object per line, the header first. */
  readonly onEnd: (text: string) => void
  /** Only replaced by tests that compare with the unredacted original. */
  readonly redactor?: (parts: RedactorParts) => Redactor
}

export const MAX_RECORDING_MS = 15 * MINUTE_MS // a recurring problem shows up within it, and it fits into an email
const MAX_RECORDING_BYTES = 20 * 1024 * 1024

/** One recording under way. */
interface Tape {
  readonly since: number
  readonly redactor: Redactor
  readonly lines: string[]
  readonly bodies: Map<Method, string>
  readonly stopTimer: () => void
  bytes: number
}

/** A recorder that records nothing until `start`. */
export function createRecorder(parts: RecorderParts): Recorder {
  const { clock } = parts
  let tape: Tape | null = null
  /** When the last requests finished: the request budget depends on them. */
  let over: readonly number[] = []

  /** Notes when a request is over: answered, failed or abandoned. */
  function noteOver(answer: Promise<Response>, signal: AbortSignal | null | undefined): void {
    let noted = false
    const note = (): void => {
      if (noted) return
      noted = true
      const now = clock.now()
      over = [...over.filter((at) => Math.abs(now - at) < MINUTE_MS), now]
    }
    signal?.addEventListener('abort', note, { once: true })
    answer.then(note, note)
  }

  function discard(): Tape | null {
    const ended = tape
    tape = null
    ended?.stopTimer()
    return ended
  }

  function stop(): void {
    const ended = discard()
    if (ended !== null) parts.onEnd(`${ended.lines.join('\n')}\n`)
  }

  function write(to: Tape, line: RecordingHeader | RecordedEntry): void {
    const text = JSON.stringify(line)
    to.bytes += encoder.encode(text).byteLength + 1
    if (to.bytes > MAX_RECORDING_BYTES) return stop()
    to.lines.push(text)
  }

  async function recorded(
    to: Tape,
    input: Parameters<typeof fetch>[0],
    init?: RequestInit,
  ): Promise<Response> {
    const request = { method: methodOf(input), one: isAboutOne(init?.body), sentAt: clock.now() }
    let over = false
    const conclude = (outcome: () => RecordedOutcome): void => {
      if (tape !== to || over) return
      over = true
      try {
        write(to, { kind: 'answer', ...request, endedAt: clock.now(), outcome: outcome() })
      } catch {
        stop() // it is complete up to here; watching continues, whatever happens to the recording
      }
    }
    const fail = (error: unknown): void => conclude(() => failed(error, init?.signal?.aborted === true))
    // Not every fetch reports that it was aborted.
    init?.signal?.addEventListener('abort', () => conclude(() => ({ kind: 'given-up' })), { once: true })
    const { fetch } = parts
    const response = await fetch(input, init).catch((error: unknown) => {
      fail(error)
      throw error
    })
    return tapResponse(response, (ended) => {
      if (ended.kind === 'broke') fail(ended.error)
      else if (response.type === 'opaqueredirect') conclude(() => REDIRECTED)
      else conclude(() => answered(response, bodyOf(to, request.method, ended)))
    })
  }

  return {
    fetch: (input, init) => {
      const { fetch } = parts
      const answer = tape === null ? fetch(input, init) : recorded(tape, input, init)
      if (methodOf(input) !== 'mute') noteOver(answer, init?.signal)
      return answer
    },
    start(subject) {
      discard()
      const now = clock.now()
      const readPhone = phoneMemory(subject.settings.region, clock.now)
      const redactor = (parts.redactor ?? createRedactor)({ random: parts.random, readPhone })
      tape = {
        since: now,
        redactor,
        lines: [],
        bodies: new Map(),
        stopTimer: clock.after(MAX_RECORDING_MS, stop),
        bytes: 0,
      }
      write(tape, headerOf(subject, { version: parts.version, startedAt: now, asked: over, redactor }))
    },
    mark(mark) {
      if (tape !== null) write(tape, { kind: 'mark', at: clock.now(), mark })
    },
    stop,
    discard: () => void discard(),
    running: () => (tape === null ? null : { since: tape.since, until: tape.since + MAX_RECORDING_MS }),
  }
}

const encoder = new TextEncoder()

interface Beginning extends Pick<RecordingHeader, 'version' | 'startedAt'> {
  readonly asked: readonly number[]
  readonly redactor: Redactor
}

function headerOf(
  { settings, alertsPausedUntil, state, surroundings }: RecordingSubject,
  { version, startedAt, asked, redactor }: Beginning,
): RecordingHeader {
  const { extension, pollSeconds, zone, region, alertOnRing, alertOnMissed, wideView } = settings
  const { lastGoodAt, clock } = state
  const desks = surroundings === null ? [extension] : desksOf(surroundings.location)
  return {
    kind: 'ringside-recording',
    format: RECORDING_FORMAT,
    version,
    startedAt,
    extension: redactor.text(extension),
    pollSeconds,
    zone,
    region,
    alertOnRing,
    alertOnMissed,
    alertsPausedUntil,
    wideView,
    ...(surroundings === null
      ? {}
      : { around: recordedSurroundings(settings, surroundings, { redactor, clock, asked }) }),
    known:
      lastGoodAt === null
        ? null
        : { at: lastGoodAt, body: redactor.body(initialAnswer(desks, followedPerson(settings), state)) },
  }
}

/** The watched one first. */
function desksOf(location: AgentLocation): readonly string[] {
  switch (location.kind) {
    case 'fixed':
    case 'at':
      return [location.extension]
    case 'several':
      return [location.extension, ...location.extensions.filter((one) => one !== location.extension)]
    case 'looking':
    case 'nowhere':
      return []
  }
}

function failed(error: unknown, givenUp: boolean): RecordedOutcome {
  const failure = networkFailure(error)
  if (givenUp || (failure.kind !== 'malformed' && failure.kind !== 'unreachable')) return { kind: 'given-up' }
  return { kind: 'failed', failure }
}

/** A redirect that wasn't followed, where the network layer hides its status. */
const REDIRECTED: RecordedOutcome = { kind: 'failed', failure: { kind: 'malformed', why: 'redirect' } }

const answered = ({ status, headers }: Response, body: RecordedBody): RecordedOutcome => ({
  kind: 'response',
  status,
  headers: storedHeaders(headers),
  body,
})

function bodyOf(tape: Tape, method: Method, ended: Exclude<BodyEnd, { kind: 'broke' }>): RecordedBody {
  const body = storedBody(ended, tape.redactor)
  if (body.kind !== 'json') return body
  if (tape.bodies.get(method) === body.text) return { kind: 'same' }
  tape.bodies.set(method, body.text)
  return body
}

/** Named by the last part of the address; the address itself isn't stored. */
function methodOf(input: Parameters<typeof fetch>[0]): Method {
  const url = input instanceof Request ? input.url : String(input)
  if (/\/GetExtensionsCalls$/i.test(url)) return 'extensions'
  return /\/GetQueuesCallers$/i.test(url) ? 'queues' : 'mute'
}

/** All that is stored of a request's body, which contains the code. */
function isAboutOne(body: unknown): boolean {
  return typeof body === 'string' && body.includes('"extension":')
}
