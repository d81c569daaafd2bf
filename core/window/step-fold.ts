const DWELL_MS = 350 // a pointer that only passes over the strip, such as to its button, is gone by then
const REST_MS = 1_000 // a pointer that left by mistake is back by then
const LOOK_MS = 500 // no event says that the pointer has left a window

/** Whether the window is folded to a strip, and since when what could change that has lasted. Times in epoch ms. */
export interface FoldMemory {
  readonly folded: boolean
  /** Since when nobody uses the open window. */
  readonly idleSince: number | null
  /** Since when the pointer rests on the strip. */
  readonly overSince: number | null
}

export interface FoldFacts {
  /** An answered call, a pinned window and nothing in it that has to be seen. */
  readonly mayFold: boolean
  readonly focused: boolean
  /** The pointer is inside the window, or the user is moving or resizing it. */
  readonly inside: boolean
  /** The pointer is on the strip, and not on one of its buttons. */
  readonly over: boolean
}

/** What the user requests by a key, a click or the tray. */
export type FoldAct = 'none' | 'fold' | 'unfold'

export interface FoldStep {
  readonly memory: FoldMemory
  /** After how many ms to step again, if nothing happens before; null for never. */
  readonly wakeInMs: number | null
}

export const OPEN: FoldMemory = { folded: false, idleSince: null, overSince: null }

/**
 * The window folds once nobody has used it for a moment, and unfolds under a resting pointer or when the user requests
 * it; focus alone changes nothing, because a click on the strip's button brings it. While it may not fold, it is open.
 */
export function stepFold(memory: FoldMemory, facts: FoldFacts, act: FoldAct, now: number): FoldStep {
  if (!facts.mayFold) return { memory: OPEN, wakeInMs: null }
  if (act === 'fold') return whileFolded({ ...OPEN, folded: true }, facts, now)
  if (act === 'unfold') return whileOpen(OPEN, facts, now)
  return memory.folded ? whileFolded(memory, facts, now) : whileOpen(memory, facts, now)
}

function whileFolded({ overSince }: FoldMemory, { over }: FoldFacts, now: number): FoldStep {
  if (!over) return { memory: { ...OPEN, folded: true }, wakeInMs: null }
  const since = Math.min(overSince ?? now, now)
  const left = since + DWELL_MS - now
  return left <= 0
    ? { memory: OPEN, wakeInMs: LOOK_MS }
    : { memory: { folded: true, idleSince: null, overSince: since }, wakeInMs: left }
}

function whileOpen({ idleSince }: FoldMemory, { focused, inside }: FoldFacts, now: number): FoldStep {
  if (focused || inside) return { memory: OPEN, wakeInMs: focused ? null : LOOK_MS }
  const since = Math.min(idleSince ?? now, now)
  const left = since + REST_MS - now
  return left <= 0
    ? { memory: { ...OPEN, folded: true }, wakeInMs: null }
    : { memory: { ...OPEN, idleSince: since }, wakeInMs: left }
}
