/** Why one leg of a call ended. */
export type LegEnd =
  | 'answered-elsewhere' // it rang here too, but another extension answered
  | 'no-answer' // it rang until its time was up
  | 'gave-up' // the caller hung up while it rang or waited
  | 'declined' // declined at this extension
  | 'not-answered' // our outgoing call wasn't answered
  | 'caller-hung-up'
  | 'agent-hung-up'
  | 'transferred'

/** One thing that really happened, whether or not anyone saw it. */
export type Happening =
  | {
      readonly kind: 'call-began'
      readonly ivrid: string
      readonly direction: string
      readonly phone: string
      readonly name: string
      readonly did: string
      readonly byHand: boolean
    }
  | { readonly kind: 'queue-joined'; readonly ivrid: string; readonly queue: number }
  | {
      readonly kind: 'queue-left'
      readonly ivrid: string
      readonly queue: number
      readonly why: 'answered' | LegEnd
    }
  /** `lastedMs`: how long it rang or was dialled here. */
  | {
      readonly kind: 'ring-ended' | 'dial-ended' | 'own-leg-ended'
      readonly ivrid: string
      readonly extension: string
      readonly why: 'answered' | LegEnd
      readonly lastedMs: number
    }
  | {
      readonly kind:
        | 'ring-began'
        | 'dial-began'
        | 'own-leg-began'
        | 'answered'
        | 'held'
        | 'resumed'
        | 'muted'
        | 'unmuted'
      readonly ivrid: string
      readonly extension: string
    }
  /** A connected leg ended; `talkMs` from answer to end, holds included. */
  | {
      readonly kind: 'talk-ended'
      readonly ivrid: string
      readonly extension: string
      readonly why: LegEnd
      readonly talkMs: number
    }
  /** `ivrid` is the new call's id, `from` the one it was transferred from. */
  | {
      readonly kind: 'transferred'
      readonly ivrid: string
      readonly from: string
      readonly fromExtension: string
      readonly extension: string
    }
  | { readonly kind: 'call-ended'; readonly ivrid: string }
  | {
      readonly kind: 'status'
      readonly extension: string
      readonly status: number
      readonly onlineUserId: number
    }

/** `seq` counts from 1 without gaps; `at` is true epoch ms. */
export type TruthEvent = Happening & { readonly seq: number; readonly at: number }

/** The log of the truth. */
export interface Truth {
  add(happening: Happening): void
  /** Events after `seq`, oldest first. */
  since(seq: number): readonly TruthEvent[]
}

const KEPT = 500_000 // about a month of a busy centre: a simulator left running must not exhaust the memory

/** An empty log that stamps each event with `now()`. */
export function createTruth(now: () => number): Truth {
  let events: TruthEvent[] = []
  let seq = 0
  return {
    add(happening) {
      seq += 1
      events.push({ seq, at: now(), ...happening })
      if (events.length > KEPT) events = events.slice(KEPT / 2)
    },
    since: (after) => events.slice(Math.max(0, after - (events[0]?.seq ?? 1) + 1)),
  }
}
