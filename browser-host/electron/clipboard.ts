import type { Desktop } from '../desktop/desktop.ts'
import { simulated } from '../simulated.ts'
import type { SimulatedSystem } from '../simulated-system.ts'

const PAGE_ANSWERS_WITHIN_MS = 2_000 // a browser doesn't ask before a visible page writes text

export interface ClipboardParts {
  readonly desktop: Desktop
  readonly system: SimulatedSystem
  readonly after: (ms: number, run: () => void) => () => void
}

/**
 * Electron's `clipboard`, asynchronous as since version 44. The open desktop page writes the text to the browser's own
 * clipboard; rejects if no page could. With no page open, only the host's copy is stored. Under Wayland only the
 * focused program may write: otherwise the text is dropped, and the program reads back what it offered
 * (shell/browser/api/electron_api_clipboard.cc:386; Chromium's wayland_clipboard.cc, Write and IsSelectionOwner).
 */
export function createClipboard({ desktop, system, after }: ClipboardParts) {
  let stored = ''
  let lastSeq = 0

  const mayWrite = (): boolean =>
    !system.wayland || [...desktop.windows.values()].some(({ focused }) => focused)

  function writeText(text: string): Promise<void> {
    stored = text
    const pages = desktop.pageCount()
    if (pages === 0 || !mayWrite()) return Promise.resolve()
    const seq = ++lastSeq
    const { promise, resolve, reject } = Promise.withResolvers<undefined>()
    let refusals = 0
    const refuse = (): void => reject(new Error('The browser did not accept the text for its clipboard'))
    const forget = after(PAGE_ANSWERS_WITHIN_MS, refuse)
    const stop = desktop.subscribe((message) => {
      if (message.type !== 'clipboard' || message.seq !== seq) return
      if (message.done) resolve(undefined)
      else if (++refusals >= pages) refuse()
    })
    desktop.send({ type: 'clipboard-write', seq, text })
    return promise.finally(() => {
      forget()
      stop()
    })
  }

  return simulated('clipboard', {
    writeText,
    readText: () => Promise.resolve(stored),
  } satisfies Partial<Electron.Clipboard>)
}
