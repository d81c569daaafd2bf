import type { CallKey } from '../../core/domain.ts'
import type { TakenStep } from './taken-step.ts'
import type { View } from './view.ts'

/** What the good responses of all runs have shown of a call. Times are true epoch ms. */
export interface ShownCall {
  readonly ivrid: string
  readonly lastSeenAt: number
  readonly lastStay: number
  readonly rang: boolean
  readonly connected: boolean
  /** Who was seen with it when its ring here ended; null for nobody. */
  readonly colleague: string | null
  /**
   * How it ended: not yet known; seen to end by the run that had seen it live; gone at the first good response after a
   * gap in that run; gone when a later run looked; or at an extension that the agent left.
   */
  readonly end: 'none' | 'seen' | 'blind' | 'lost'
}

const BLIND_MS = 30_000 // after so long without a good response nothing is known about what happened

/** Every call on a watched extension that a good response showed. */
export function shownCalls(steps: readonly TakenStep[]): ReadonlyMap<CallKey, ShownCall> {
  const shown = new Map<CallKey, ShownCall>()
  const live = new Set<CallKey>()
  let lastGoodAt = 0
  for (const { what, at, stay } of steps) {
    if (what.kind !== 'good' && what.kind !== 'nowhere') continue
    const end = at - lastGoodAt > BLIND_MS ? 'blind' : 'seen'
    lastGoodAt = at
    const { calls, colleagues } = what.kind === 'good' ? { ...what, ...what.view } : NOBODY
    const present = new Set(calls.map(({ key }) => key))
    for (const key of live) {
      const before = shown.get(key)
      if (before === undefined || present.has(key)) continue
      const stayed = what.kind === 'good' && before.lastStay === stay
      const colleague = stayed && !before.connected ? (colleagues.get(before.ivrid) ?? null) : null
      shown.set(key, { ...before, colleague, end: stayed ? end : 'lost' })
      live.delete(key)
    }
    for (const { key, ivrid, word } of calls) {
      const before = shown.get(key)
      const rang = before?.rang === true || word === 'Ringing'
      const connected = before?.connected === true || word === 'Talking' || word === 'Hold'
      const now = { ivrid, lastSeenAt: at, lastStay: stay, rang, connected }
      shown.set(key, { ...now, colleague: null, end: 'none' })
      live.add(key)
    }
  }
  return shown
}

const NOBODY: { readonly calls: View['calls']; readonly colleagues: ReadonlyMap<string, string> } = {
  calls: [],
  colleagues: new Map(),
}
