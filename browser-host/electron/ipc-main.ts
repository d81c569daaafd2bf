import { EventEmitter } from 'node:events'
import type { Desktop, Page } from '../desktop/desktop.ts'
import type { FromPage } from '../desktop/from-page.ts'
import { simulated } from '../simulated.ts'
import { createHostEvent } from './host-event.ts'
import type { HostWindow, HostWindows } from './windows/host-windows.ts'

type Handler = (event: unknown, ...args: unknown[]) => unknown
type Invoke = Extract<FromPage, { type: 'ipc-invoke' }>

/** Electron's `ipcMain`: responds to the window's `invoke` and receives its `send`. Values travel as JSON. */
export function createIpcMain(desktop: Desktop, windows: HostWindows) {
  const ipcMain = new IpcMain()
  desktop.subscribe((message, page) => {
    if (message.type !== 'ipc-invoke' && message.type !== 'ipc-send') return
    const window = windows.get(message.id)
    if (window === undefined || window.webContents.isHung()) return
    if (message.type === 'ipc-invoke') void ipcMain.answer(message, window, page)
    else ipcMain.emit(message.channel, eventFrom(window), ...message.args)
  })
  return simulated('ipcMain', ipcMain)
}

class IpcMain extends EventEmitter {
  private readonly handlers = new Map<string, Handler>()

  constructor() {
    super()
    // Otherwise an `error` event would be thrown; Electron does the same (lib/browser/ipc-main-impl.ts).
    this.on('error', () => undefined)
  }

  handle(channel: string, listener: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, listener)
  }

  async answer({ seq, channel, args }: Invoke, window: HostWindow, page: Page): Promise<void> {
    try {
      const handler = this.handlers.get(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      page.send({ type: 'ipc-answer', id: window.id, seq, value: await handler(eventFrom(window), ...args) })
    } catch (error) {
      const why = `Error invoking remote method '${channel}': ${String(error)}`
      page.send({ type: 'ipc-error', id: window.id, seq, error: why })
    }
  }
}

const eventFrom = ({ webContents }: HostWindow): object =>
  simulated('IpcMainEvent', {
    ...createHostEvent(),
    sender: webContents,
    senderFrame: webContents.mainFrame,
  })
