import type { TakenStep } from '../taken-step.ts'

/** Who was seen to be logged in at an extension by the last good response before a time and the first one after it. */
export interface LoginsSeen {
  /** Ids; 0 for nobody, null if no response has shown it. */
  around(
    extension: string,
    from: number,
    to: number,
  ): { readonly before: number | null; readonly after: number | null }
  /** The same, by the last response that had arrived at that time: it may have been long on its way. */
  known(extension: string, at: number): number | null
  /** Everybody who was seen there. */
  ever(extension: string): readonly number[]
  /** Who was seen last by then; by default by the end. */
  last(at?: number): number | null
  /**
   * Whether whoever was seen last by the end was it at that time, too: only their calls are filled in from what the log
   * had then.
   */
  isLast(at: number): boolean
}

/** The logins that the responses about the watched extension have shown, or that the person is logged in nowhere. */
export function loginsSeen(taken: readonly TakenStep[]): LoginsSeen {
  const seen = taken.flatMap(({ at, what }) => {
    if (what.kind === 'nowhere') return [{ at, takenAt: at, extension: '', onlineUserId: 0 }]
    if (what.kind !== 'good') return []
    const { takenAt, extension, onlineUserId } = what.view
    return [{ at, takenAt, extension, onlineUserId }]
  })
  const there = (extension: string, one: (typeof seen)[number] | undefined): number | null =>
    one === undefined ? null : one.extension === extension ? one.onlineUserId : 0
  const last = (at = Infinity): number | null =>
    seen.findLast(({ takenAt, onlineUserId }) => takenAt <= at && onlineUserId !== 0)?.onlineUserId ?? null
  return {
    around(extension, from, to) {
      const before = seen.findLast(({ takenAt }) => takenAt <= from)
      const after = seen.find(({ takenAt }) => takenAt >= to)
      return { before: there(extension, before), after: there(extension, after) }
    },
    known(extension, by) {
      const last = seen.findLast(({ at }) => at <= by)
      return there(extension, last)
    },
    ever: (extension) => [
      ...new Set(seen.filter((one) => one.extension === extension).map(({ onlineUserId }) => onlineUserId)),
    ],
    last,
    isLast(by) {
      const arrived = seen.findLast(({ at, onlineUserId }) => at <= by && onlineUserId !== 0)
      return [last(by), arrived?.onlineUserId].every((user) => user === last())
    },
  }
}
