import type { Clock } from '../../core/clock.ts'

export interface SilenceWatch {
  /** Something arrived: the wait starts again. */
  heard(): void
  end(): void
}

/** Runs `onSilent` once when nothing has arrived for `limitMs`, counted from now. */
export function watchSilence(
  clock: Pick<Clock, 'after'>,
  limitMs: number,
  onSilent: () => void,
): SilenceWatch {
  let cancel = clock.after(limitMs, onSilent)
  return {
    heard() {
      cancel()
      cancel = clock.after(limitMs, onSilent)
    },
    end: () => cancel(),
  }
}
