import type { IpcRenderer } from 'electron/renderer'
import { isPushChannel, isRequestChannel, type Companion } from '../../core/ipc/channels.ts'

/** `window.companion` as the window receives it; its types are in core/ipc's `Companion`. */
export interface Exposed extends Record<keyof Companion, unknown> {
  request(channel: string, ...args: unknown[]): Promise<unknown>
  on(channel: string, listener: (...args: unknown[]) => void): () => void
}

/** Passes the contract's channels between window and main, and nothing else: no event, no sender, no other channel. */
export function createExposed(ipc: Pick<IpcRenderer, 'invoke' | 'on' | 'off'>): Exposed {
  return {
    request(channel, ...args) {
      if (!isRequestChannel(channel)) return Promise.reject(new Error(`no such request: ${channel}`))
      const answer: Promise<unknown> = ipc.invoke(channel, ...args)
      return answer
    },
    on(channel, listener) {
      if (!isPushChannel(channel) || typeof listener !== 'function')
        throw new Error(`no such push: ${channel}`)
      const forward = (_event: unknown, ...args: unknown[]): void => listener(...args)
      ipc.on(channel, forward)
      return () => void ipc.off(channel, forward)
    },
  }
}
