import type { Clock } from '../../../core/clock.ts'

export interface ClipboardWriterParts {
  /** In a Wayland session only the focused program can write the clipboard, and Electron isn't told if that failed. */
  readonly needsFocus: boolean
  /** Whether a window of the program has the focus. */
  readonly hasFocus: () => boolean
  /** Opens the window to get the focus. */
  readonly takeFocus: () => void
  readonly write: (text: string) => Promise<void>
  /** Writes it with a program of the system that needs no focus; false if there is none, or it failed. */
  readonly byProgram: (text: string) => Promise<boolean>
  readonly clock: Pick<Clock, 'now' | 'after'>
}

const FOCUS_MS = 2_000
const LOOK_EACH_MS = 25

/** Writes a text to the clipboard; the returned function rejects if it may have failed. */
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
