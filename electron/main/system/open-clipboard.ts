import { spawn } from 'node:child_process'
import { BrowserWindow, clipboard } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import { createClipboardWriter } from './clipboard-writer.ts'
import { isWaylandSession } from './wayland.ts'

/** Writes a text to this computer's clipboard; `takeFocus` opens the window if a copy needs the focus. */
export const openClipboard = (clock: Clock, takeFocus: () => void): ((text: string) => Promise<void>) =>
  createClipboardWriter({
    // With XWayland too: KWin accepts nothing from an X11 program without the focus (its xwl/clipboard.cpp).
    needsFocus: isWaylandSession(process.env),
    hasFocus: () => BrowserWindow.getFocusedWindow() !== null,
    takeFocus,
    write: (text) => clipboard.writeText(text),
    byProgram: wlCopy,
    clock,
  })

/** The text on this computer's clipboard. */
export const readClipboard = (): Promise<string> => clipboard.readText()

const ANSWER_MS = 1_500

/** wl-clipboard's program. It exits once the desktop has the text, and leaves a process that serves it. */
function wlCopy(text: string): Promise<boolean> {
  const child = spawn('wl-copy', [], { stdio: ['pipe', 'ignore', 'ignore'], timeout: ANSWER_MS })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false)) // it isn't installed
    child.once('exit', (code) => resolve(code === 0))
    child.stdin.on('error', () => undefined) // it ended early; the exit code says whether it failed
    child.stdin.end(text)
  })
}
