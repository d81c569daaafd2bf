/** What the world consists of, as it changes. Outside the world it is read as `Seen<…>`. */

/** The API's own words for a live call, and one for a leg that is over. */
export type LegPhase = 'Ringing' | 'Dialing' | 'Talking' | 'Hold' | 'Ended'

export interface Queue {
  readonly id: number
  readonly name: string
  readonly weight: number
  /** The number that callers of this queue dial. */
  readonly did: string
}

/** An extension and the person logged in. Statuses are the API's numbers. */
export interface Agent {
  readonly extension: string
  /** The user the extension belongs to. */
  readonly name: string
  readonly extensionId: number
  readonly userId: number
  readonly queues: readonly Queue[]
  /** Calls on it now, oldest first. */
  readonly legs: Leg[]
  /** Who is logged in, or was last logged in. */
  representative: string
  /** 0 while nobody is logged in. */
  onlineUserId: number
  status: number
  /** In wrap-up until then, epoch ms. */
  freeAt: number
  /** Takes part in a script, so no queue rings it at random. */
  scripted: boolean
  /** Its status was set by hand and stays. */
  byHand: boolean
}

export interface Call {
  readonly ivrid: string
  /** As the API writes it; set by hand, it may be any word. */
  readonly direction: string
  readonly phone: string
  readonly name: string
  readonly did: string
  readonly beganAt: number
  readonly customData: Readonly<Record<string, unknown>>
  /** Placed over the API. */
  readonly clicked: boolean
  /** Live legs: one for each extension that it is on. */
  readonly legs: Leg[]
  queue: Queue | null
  /** Epoch ms; null while it isn't waiting in a queue. */
  joinedAt: number | null
  /** A queue may ring it at agents. */
  ready: boolean
  /** Nothing happens to it automatically any more. */
  byHand: boolean
  over: boolean
}

/** A call on one extension: what the API lists as a call. */
export interface Leg {
  readonly call: Call
  readonly agent: Agent
  /** Who was logged in there when it started; id 0 if nobody was. */
  readonly user: { readonly id: number; readonly name: string }
  readonly startedAt: number
  /** Calls somebody, instead of being called. */
  dials: boolean
  /** When the target was dialled, if the agent's own phone rang before; otherwise null. */
  dialledAt: number | null
  phase: LegPhase
  answeredAt: number | null
  /** From when the API reports it as answered too: sometimes a moment late. */
  stampedAt: number
  muted: boolean
  /** Its recording was muted or unmuted through the API or by hand, and stays that way. */
  muteByHand: boolean
  /** The first leg of a call placed over the API, until it is picked up: the agent's own phone rings. */
  isOwnLeg: boolean
}

/** The same, read-only. */
export type Seen<T> = T extends readonly (infer Item)[]
  ? readonly Seen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Seen<T[Key]> }
    : T
