import type { Step } from './step.ts'

/** What the good answers of all runs have shown of a call. Times are true epoch ms. */
export interface ShownCall {
  readonly lastSeenAt: number
  readonly lastRun: number
  readonly rang: boolean
  readonly connected: boolean
  /**
   * How it went on: not yet known; seen to end by the run that had seen it live; gone at the first good answer after a
   * span in which that run was blind; or gone when a later run looked.
   */
  readonly end: 'none' | 'seen' | 'blind' | 'lost'
}

const BLIND_MS = 30_000 // after so long without a good answer nothing is known of what went on

/** Every call that a good answer showed, by its `ivrid`. */
export function shownCalls(steps: readonly Step[]): ReadonlyMap<string, ShownCall> {
  const shown = new Map<string, ShownCall>()
  const live = new Set<string>()
  let lastGoodAt = 0
  for (const { what, at, run } of steps) {
    if (what.kind !== 'good') continue
    const end = at - lastGoodAt > BLIND_MS ? 'blind' : 'seen'
    lastGoodAt = at
    const present = new Set(what.view.calls.map(({ ivrid }) => ivrid))
    for (const ivrid of live) {
      const before = shown.get(ivrid)
      if (before === undefined || present.has(ivrid)) continue
      shown.set(ivrid, { ...before, end: before.lastRun === run ? end : 'lost' })
      live.delete(ivrid)
    }
    for (const { ivrid, word } of what.view.calls) {
      const before = shown.get(ivrid)
      const rang = before?.rang === true || word === 'Ringing'
      const connected = before?.connected === true || word === 'Talking' || word === 'Hold'
      shown.set(ivrid, { lastSeenAt: at, lastRun: run, rang, connected, end: 'none' })
      live.add(ivrid)
    }
  }
  return shown
}
