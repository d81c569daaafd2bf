import type { Clock } from '../../../core/clock.ts'

export interface ClipboardWriterParts {
  /** In a Wayland session the clipboard is taken from who has the focus, and Electron is not told when it was not. */
  readonly needsFocus: boolean
  /** Whether a window of the program has it. */
  readonly hasFocus: () => boolean
  /** Brings the window up for it. */
  readonly takeFocus: () => void
  readonly write: (text: string) => Promise<void>
  /** By a program of the system that needs no focus; false where there is none, or it failed. */
  readonly byProgram: (text: string) => Promise<boolean>
  readonly clock: Pick<Clock, 'now' | 'after'>
}

const FOCUS_MS = 2_000
const LOOK_EACH_MS = 25

/** Puts a text on the clipboard; the returned function rejects where it may not have arrived. */
export function createClipboardWriter(parts: ClipboardWriterParts): (text: string) => Promise<void> {
  const { needsFocus, hasFocus, clock } = parts

  const pause = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve))

  async function focusComes(): Promise<boolean> {
    for (const end = clock.now() + FOCUS_MS; clock.now() < end && !hasFocus();) await pause(LOOK_EACH_MS)
    return hasFocus()
  }

  return async (text) => {
    if (!needsFocus || hasFocus()) return parts.write(text)
    if (await parts.byProgram(text)) return
    parts.takeFocus()
    if (!(await focusComes())) throw new Error('The window did not get the focus that a copy needs.')
    return parts.write(text)
  }
}
