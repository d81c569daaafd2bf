import type { LoggedCall } from '../../../call-log/logged-call.ts'
import type { Agent, CallEvent, Phone, SeenCall } from '../../../domain.ts'
import { seenCall, somePhone } from '../../../testing/seen.ts'
import type { HistoryCall } from '../../history-call.ts'
import type { Journal } from '../../journal.ts'
import { openJournal } from '../../open-journal.ts'
import { inMemory } from '../../testing/in-memory.ts'
import { createWatcher, type Watcher } from '../../testing/watcher.ts'

export const NOW = 1_790_000_000_000
export const ME = 46454322
export const withheld: Phone = { kind: 'withheld', received: 'Anonymous' }
export const noa: Phone = {
  kind: 'number',
  received: '0541112223',
  national: '054-111-2223',
  international: '+972 54 111 2223',
  e164: '+972541112223',
}

/** So many seconds after the start. */
export const second = (count: number): number => NOW + count * 1_000

/** A missed call from 100 to 115 s after the start, as the call log has it. */
export const loggedCall = (change: Partial<LoggedCall> = {}): LoggedCall => ({
  ivrid: 'a1',
  otherIds: [],
  firstLegAlone: false,
  extension: 'SIPSIP2',
  userId: null,
  direction: 'incoming',
  phone: somePhone,
  did: null,
  queue: '',
  startedAt: second(100),
  ringSeconds: 15,
  talkSeconds: 0,
  outcome: 'missed',
  answeredBy: '',
  recordingUrl: null,
  transferredFrom: null,
  ...change,
})

/** The same, answered after 8 s, with a talk of so many seconds. */
export const loggedTalk = (talkSeconds: number, change: Partial<LoggedCall> = {}): LoggedCall =>
  loggedCall({ ringSeconds: 8, talkSeconds, outcome: 'completed', ...change })

export interface LoggedDesk {
  readonly journal: Journal
  /** One response, so many seconds after the start. `blind`: none came since that second; `answeredBy`: who took what ended. */
  see(at: number, calls?: readonly SeenCall[], more?: { blind?: number; answeredBy?: string }): void
  /** What the log says is filled in. */
  fill(at: number, ...calls: readonly LoggedCall[]): ReturnType<Journal['fillIn']>
  /** All calls, newest first. */
  all(): readonly HistoryCall[]
  /** The program starts again. */
  restart(): void
  /** Another person logs in; 0 for nobody. */
  logIn(userId: number, extension?: string): void
}

const fail = (line: string): void => {
  throw new Error(line)
}

/** An extension with a person who is logged in, and their journal. */
export function loggedDesk({ path = inMemory.path, days = 90, log = fail } = {}): LoggedDesk {
  const open = (): Journal =>
    openJournal({
      ...(path === inMemory.path ? inMemory : { path }),
      now: () => second(3_600),
      retentionDays: () => days,
      log,
    }).journal
  let journal = open()
  let [userId, extension] = [ME, 'SIPSIP2']
  let watcher: Watcher = createWatcher()
  return {
    get journal() {
      return journal
    },
    see(at, calls = [], { blind, answeredBy } = {}) {
      const { state, events } = watcher.see(calls, second(at))
      const told = events.map((event): CallEvent =>
        event.type === 'ended' && answeredBy !== undefined
          ? { ...event, outcome: 'completed', answeredBy }
          : event,
      )
      const agent: Agent = {
        name: `User ${userId}`,
        extension,
        status: { word: 'login', number: 1 },
        statusSince: NOW,
        ...(userId === 0 ? {} : { onlineUserId: userId }),
      }
      const gap = blind === undefined ? {} : { blind: { from: second(blind), to: second(at) } }
      journal.record({ state: { ...state, agent }, events: told, ...gap }, second(at))
    },
    fill: (at, ...calls) => journal.fillIn(calls, second(at)),
    all: () => journal.history({ filter: 'all', limit: 1_000 }).calls,
    restart() {
      if (path !== inMemory.path) {
        journal.close()
        journal = open()
      }
      watcher = createWatcher(extension)
    },
    logIn(user, at = 'SIPSIP2') {
      userId = user
      if (at !== extension) watcher = createWatcher(at)
      extension = at
    },
  }
}

export const ring = (change: Partial<SeenCall> = {}): SeenCall =>
  seenCall({ startedApiSeconds: second(100) / 1_000, ...change })

export const talk = (change: Partial<SeenCall> = {}): SeenCall =>
  ring({ phase: 'talking', answered: true, ...change })
