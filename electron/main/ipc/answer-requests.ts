import type { IpcMain, WebContents, WebFrameMain } from 'electron/main'
import { REQUEST_CHANNELS, type RequestChannel, type Requests } from '../../../core/ipc/channels.ts'
import type { Logger } from '../system/log.ts'
import type { Sender } from './owns-request.ts'
import { readArguments } from './read-arguments.ts'
import type { Handlers } from './requests.ts'

interface IpcEvent {
  readonly sender: Pick<WebContents, 'id'>
  readonly senderFrame: Pick<WebFrameMain, 'url' | 'parent'> | null
}
type Answer<C extends RequestChannel> = ReturnType<Requests[C]> | Promise<ReturnType<Requests[C]>>

export interface IpcParts {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly handlers: Handlers
  /** True for a Ringside page that may send this: others get no response. */
  readonly owns: (sender: Sender, channel: RequestChannel) => boolean
  readonly log: Logger
}

/** Handles the window's requests, after checking the sender and the arguments. */
export function answerRequests({ ipcMain, handlers, owns, log }: IpcParts): void {
  function answer<C extends RequestChannel>(channel: C, asked: IpcEvent, raw: readonly unknown[]): Answer<C> {
    const sender = senderOf(asked)
    if (sender === null || !owns(sender, channel)) throw refusal(channel, 'not from the window')
    const read = readArguments(channel, raw)
    if (read.kind === 'nonsense') throw refusal(channel, 'not its arguments')
    return read.kind === 'answer' ? read.answer : handlers[channel](...read.args)
  }

  function refusal(channel: RequestChannel, why: string): Error {
    log.warn(`request ${channel} refused: ${why}`)
    return new Error(`${channel}: ${why}`)
  }

  for (const channel of REQUEST_CHANNELS) {
    ipcMain.handle(channel, (event, ...raw: unknown[]) => answer(channel, event, raw))
  }
}

/** Null for a frame within a page, which is never ours whatever its address, and for one that is gone. */
const senderOf = ({ sender, senderFrame: frame }: IpcEvent): Sender | null =>
  frame === null || frame.parent !== null ? null : { contents: sender.id, url: frame.url }
