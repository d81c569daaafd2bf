import type { FirstLeg } from '../../simulator/world/click-to-call.ts'
import type { LogFault } from './call-log/log-fault.ts'
import type { NamedStatus } from '../../core/status-words.ts'

/** One shift as plain data: how busy it is, and what goes wrong when. The same story always runs the same way. */
export interface Story {
  /** For the world and for everything else that is random. */
  readonly seed: number
  /** True epoch ms. */
  readonly startAt: number
  readonly lastsMs: number
  readonly agents: number
  readonly callsPerHour: number
  readonly outgoingPerHour: number
  /** IANA zone of the account's wall clock. */
  readonly accountZone: string
  /** IANA zone in the agent's settings; a wrong one must do no harm after the first moments. */
  readonly settingsZone: string
  /** This computer's clock minus the true time, at the start. */
  readonly clockErrorMs: number
  /** What is watched: only the extension, also everything around it, or the agent who is logged in there at the start. */
  readonly watched: 'extension' | 'around' | 'person'
  /** Pages open and events are sent for calls, recordings are muted, and the agent sets their status. */
  readonly acts: boolean
  /** The disk is sometimes full while the program keeps running: a crash would lose what is only in memory. */
  readonly diskFills: boolean
  /** The call log is read, and after the shift there is an evening without calls and faults, in which it catches up. */
  readonly callLog: boolean
  /** By `atMs`. */
  readonly incidents: readonly Incident[]
}

/** What can go wrong between a request and its response. */
export type WireFault = (typeof WIRE_FAULTS)[number]

export const WIRE_FAULTS = [
  'lost', // no response
  'slow',
  'too-slow', // the response arrives after the client gave up
  'connection-refused',
  'dns',
  'dropped',
  'half-body',
  'cut-json',
  'not-json',
  'wrong-shape',
  'web-page',
  'redirect',
  '401',
  '403',
  '429',
  '500',
  '503',
  'err-1',
  'err-2',
  'empty-list',
  'older', // a body that was true some polls ago, sent again
  'cached', // an earlier body with its own date, sent again and again
  'no-calls', // without the calls of any extension
  'nameless-call', // a call without its id
  'without-us', // a list without the watched extension
  'reshaped', // correct, but not in any of the documented forms
  'lacking', // correct, but without fields that haven't changed since they were last shown
  'no-date',
  'odd-date',
] as const

/** Who placed the call that rings: a caller, the agent by a click, or the agent to listen in on a colleague. */
export type RingDirection = 'Incoming' | 'click2call' | 'Spy'

interface Timed {
  /** From the story's start. */
  readonly atMs: number
}

interface Lasting extends Timed {
  readonly lastsMs: number
}

/** `amount`: ms of delay for `slow` and `too-slow`, polls for `older` and `cached`, seconds for `429`, hours for `odd-date`. */
export interface WireIncident extends Lasting {
  readonly kind: 'wire'
  readonly fault: WireFault
  /** The requests that it affects. */
  readonly about: 'all' | 'everyone' | 'queues'
  readonly amount: number
}

export type Incident =
  | WireIncident
  /** The computer sleeps; `announced`: the system announces it, before and after. */
  | (Lasting & { readonly kind: 'sleep'; readonly announced: boolean })
  /** Everything is lost except files and what the system shows; started again after `lastsMs`. */
  | (Lasting & { readonly kind: 'crash' })
  /** Ended normally, and started again after `lastsMs`. */
  | (Lasting & { readonly kind: 'quit' })
  /** The watched agent logs out and, after `lastsMs`, logs in at another extension; with `stays`, without logging out. */
  | (Lasting & { readonly kind: 'move'; readonly desk: number; readonly stays: boolean })
  /** This computer's clock is set. */
  | (Timed & { readonly kind: 'clock-set'; readonly byMs: number })
  /** A live call's recording is muted or resumed: here, or by someone else. */
  | (Timed & { readonly kind: 'mute'; readonly muted: boolean; readonly by: 'here' | 'elsewhere' })
  /** The agent clicks a status in the menu, this many times at once. */
  | (Timed & { readonly kind: 'status'; readonly status: NamedStatus; readonly clicks: number })
  /** Something is wrong with the call log. `amount`: minutes, for `lag`. */
  | (Lasting & { readonly kind: 'log'; readonly fault: LogFault; readonly amount: number })
  /** Someone else logs in at the watched extension, and the agent again after `lastsMs`. */
  | (Lasting & { readonly kind: 'guest' })
  /** The agent deletes the newest caller of the history. */
  | (Timed & { readonly kind: 'forget' })
  /** The agent dismisses the newest missed call, and with `undone` puts it back. */
  | (Timed & { readonly kind: 'dismiss'; readonly undone: boolean })
  /** The disk is full: the history's file can't be written. */
  | (Lasting & { readonly kind: 'disk-full' })
  /** The agent writes a note on the newest call. */
  | (Timed & { readonly kind: 'note'; readonly text: string })
  /**
   * The agent calls a number that nobody else calls, and confirms it after `answersMs`, this many times within 50 ms.
   * After a restart, the window repeats all of it.
   */
  | (Timed & {
      readonly kind: 'dial'
      readonly nth: number
      readonly answersMs: number
      readonly yeses: number
      readonly firstLeg: FirstLeg
    })
  /** A caller who knows the extension: rings in addition to whatever the queues send. */
  | (Lasting & {
      readonly kind: 'caller'
      readonly talksMs: number | null
      readonly direction: RingDirection
    })
