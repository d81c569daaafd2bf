import type { AgentState, SeenCall } from '../../domain.ts'
import { rememberEnded } from '../../session/recently-ended.ts'
import type { RecentlyEnded } from '../../session/recently-ended.ts'
import { NOTHING_KNOWN, reduceAnswer } from '../../session/reduce.ts'
import { initialBelief } from '../../clock/api-clock.ts'
import { seenExtension } from '../../testing/seen.ts'
import type { WatchChange } from '../watch-change.ts'

/** A session without a network: responses in, changes out. */
export interface Watcher {
  see(calls: readonly SeenCall[], at: number): WatchChange
}

/** Watches one extension from scratch, as after a start. The API's stamps are true UTC. */
export function createWatcher(extension = 'SIPSIP2'): Watcher {
  let state: AgentState = NOTHING_KNOWN
  let ended: RecentlyEnded = new Map()
  const belief = initialBelief('UTC', 0)
  return {
    see(calls, at) {
      const next = reduceAnswer(state, seenExtension(calls, { extension }), at, belief, {
        requestedAt: null,
        clock: null,
        wasBlind: false,
        ended,
      })
      ended = rememberEnded(ended, next.events, at)
      state = next.state
      return next
    },
  }
}
