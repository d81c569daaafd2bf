import type { Clock } from '../../core/clock.ts'

export interface SilenceWatch {
  /** Something arrived: the wait starts again, unless it has ended. */
  heard(): void
  end(): void
}

/** Runs `onSilent` once when nothing has arrived for `limitMs`, counted from now. */
export function watchSilence(
  clock: Pick<Clock, 'after'>,
  limitMs: number,
  onSilent: () => void,
): SilenceWatch {
  let ended = false
  let cancel = clock.after(limitMs, onSilent)
  return {
    heard() {
      if (ended) return
      cancel()
      cancel = clock.after(limitMs, onSilent)
    },
    end() {
      ended = true
      cancel()
    },
  }
}
