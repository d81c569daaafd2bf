import type { Connection, Failure } from '../../connection.ts'
import type { Call, CallEvent } from '../../domain.ts'
import { DEFAULT_SETTINGS } from '../../settings/settings.ts'
import { createExtensionReader } from '../../telephony/extension-reader.ts'
import { phoneMemory } from '../../telephony/phone-memory.ts'
import { createRepairLog } from '../../telephony/repair-log.ts'
import { initialMemory } from '../session-memory.ts'
import type { SessionMemory } from '../session-memory.ts'
import { stepSession } from '../step-session.ts'
import type { SessionInput } from '../step-session.ts'

/** When each story begins, epoch ms. */
export const STORY_START = Date.UTC(2026, 0, 15, 8, 0, 0)
/** The time between two responses of a story. */
const STORY_GAP_MS = 5_000

export type WireCall = Readonly<Record<string, unknown>>
/**
 * One response: a list of its calls, or an object that sets more of it, such as the whole `EXTENSIONS` or an error.
 * `date`: its Date header in epoch ms, null for no header; by default the time of the response.
 */
export type WireStep = readonly WireCall[] | WireResponse
export type WireResponse = { readonly date?: number | null } & (
  | { readonly calls: unknown }
  | { readonly entry: Readonly<Record<string, unknown>> }
  | { readonly extensions: unknown }
  | { readonly err: number }
  | { readonly failure: Failure }
)

/** A call as the API writes it: incoming and ringing since the story's 5th second, in an account whose clock is UTC. */
export const wireCall = (change: WireCall = {}): WireCall => ({
  callStarted: STORY_START / 1000 + 5,
  callAnswered: 0,
  answered: 0,
  callername: 'Sales line',
  callerphone: '0722776772',
  callstatus: 'Ringing',
  customdata: { OrderID: '17' },
  direction: 'Incoming',
  ivrid: 'a1',
  recording: { Filename: 'a1.mp3', IsMuted: 0 },
  did: '0722776700',
  ...change,
})

/** The same call, answered at the story's 10th second. */
export const wireTalk = (change: WireCall = {}): WireCall =>
  wireCall({ callAnswered: STORY_START / 1000 + 10, answered: 1, callstatus: 'Talking', ...change })

/** The result of a session for responses STORY_GAP_MS apart: the events of each, and the calls after each. */
export function playWire(
  steps: readonly WireStep[],
  { zone = 'UTC', gapMs = STORY_GAP_MS }: { readonly zone?: string; readonly gapMs?: number } = {},
): {
  readonly events: readonly CallEvent[][]
  readonly calls: readonly (readonly Call[])[]
  readonly connections: readonly Connection[]
  /** The number of reported calls that aren't followed. */
  readonly unfollowed: readonly number[]
  readonly memory: SessionMemory
} {
  const read = createExtensionReader(
    createRepairLog(),
    phoneMemory('IL', () => STORY_START),
  )
  let memory = initialMemory(
    {
      ...{ extension: 'SIPSIP2', settings: { ...DEFAULT_SETTINGS, queues: [], wideView: false } },
      ...{ floorMs: 5_000, blindAfterMs: 30_000, timeoutMs: 8_000 },
    },
    zone,
    STORY_START,
  )
  const events: CallEvent[][] = []
  const calls: (readonly Call[])[] = []
  const connections: Connection[] = []
  const unfollowed: number[] = []
  steps.forEach((step, index) => {
    const at = STORY_START + index * gapMs
    const { memory: next, change } = stepSession(memory, inputOf(step, at))
    memory = next
    events.push(change.changes.flatMap((one) => one.events))
    calls.push(memory.state.calls)
    connections.push(memory.state.connection)
    unfollowed.push(memory.state.unfollowed ?? 0)
  })
  return { events, calls, connections, unfollowed, memory }

  function inputOf(step: WireStep, at: number): SessionInput {
    const response = 'length' in step ? { calls: step } : step
    const reading = 'failure' in response ? response.failure : read(bodyOf(response), 'SIPSIP2')
    if (reading.kind !== 'answer') return { kind: 'failure', about: 'extension', failure: reading, at }
    const { date = Math.floor(at / 1000) * 1000 } = response
    return {
      kind: 'response',
      ...{ at, run: { slipMs: 0, vouched: true }, spareDelayMs: 0 },
      response: {
        kind: 'reached',
        answer: { about: 'extension', extension: 'SIPSIP2', seen: reading.answer },
        ...{ repairs: [], sentAt: at - 200, receivedAt: at, serverDate: date },
      },
    }
  }
}

function bodyOf(response: Exclude<WireResponse, { readonly failure: Failure }>): unknown {
  if ('err' in response) return { ERR: response.err, DESC: '' }
  if ('extensions' in response) return { ERR: 0, DESC: 'OK', EXTENSIONS: response.extensions }
  const entry = 'entry' in response ? response.entry : { calls: response.calls }
  return { ERR: 0, DESC: 'OK', EXTENSIONS: [{ ...ENTRY, ...entry }] }
}

const ENTRY = {
  ...{ name: 'User 2', representative: 'User 2', username: 'SIPSIP2', extensionID: 97483478 },
  ...{ userID: 46454322, onlineUserID: 46454322, onlineUserStatus: 1 },
}

/** Events in short, such as `ended a1 completed 15`. */
export const inShort = (events: readonly CallEvent[]): string[] =>
  events.map((event) => {
    const { type, call } = event
    if (type === 'ended') return `ended ${call.ivrid} ${event.outcome} ${event.talkSeconds}`
    return `${type} ${call.ivrid}${type === 'answered' && event.unseen ? ' unseen' : ''}`
  })
