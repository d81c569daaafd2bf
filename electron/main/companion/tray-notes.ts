import type { TrayNote } from '../../../core/alerts/tray-view.ts'
import type { Clock } from '../../../core/clock.ts'

/** The notes that the tray shows. */
export interface TrayNotes {
  list(): readonly TrayNote[]
  /** Shows one, or removes it. */
  set(one: TrayNote, on: boolean): void
  /** Shows one for this many ms. */
  showFor(one: TrayNote, ms: number): void
  end(): void
}

export function createTrayNotes(clock: Pick<Clock, 'after'>, onChange: () => void): TrayNotes {
  const notes = new Set<TrayNote>()
  let stop = (): void => undefined

  function set(one: TrayNote, on: boolean): void {
    if (notes.has(one) === on) return
    if (on) notes.add(one)
    else notes.delete(one)
    onChange()
  }

  return {
    list: () => [...notes],
    set,
    showFor(one, ms) {
      set(one, true)
      stop()
      stop = clock.after(ms, () => set(one, false))
    },
    end: () => stop(),
  }
}
