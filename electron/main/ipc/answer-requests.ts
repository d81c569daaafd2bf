import type { IpcMain, WebFrameMain } from 'electron/main'
import { REQUEST_CHANNELS, type RequestChannel, type Requests } from '../../../core/ipc/channels.ts'
import type { Logger } from '../system/log.ts'
import { readArguments } from './read-arguments.ts'
import type { Handlers } from './requests.ts'

type Frame = Pick<WebFrameMain, 'url' | 'parent'> | null
type Answer<C extends RequestChannel> = ReturnType<Requests[C]> | Promise<ReturnType<Requests[C]>>

export interface IpcParts {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly handlers: Handlers
  /** True for a frame of ours that may ask this: nobody else is answered. */
  readonly owns: (frame: Frame, channel: RequestChannel) => boolean
  /** What the policy lets CRM rules open beside https. */
  readonly schemes: () => readonly string[]
  readonly log: Logger
}

/** Answers the window's requests, each after a look at who asks and at what was sent. */
export function answerRequests({ ipcMain, handlers, owns, schemes, log }: IpcParts): void {
  function answer<C extends RequestChannel>(channel: C, frame: Frame, raw: readonly unknown[]): Answer<C> {
    // A frame within a page of ours is none of ours, whatever its address is.
    if (frame === null || frame.parent !== null || !owns(frame, channel))
      throw refusal(channel, 'not from the window')
    const read = readArguments(channel, raw, schemes())
    if (read.kind === 'nonsense') throw refusal(channel, 'not its arguments')
    return read.kind === 'answer' ? read.answer : handlers[channel](...read.args)
  }

  function refusal(channel: RequestChannel, why: string): Error {
    log.warn(`request ${channel} refused: ${why}`)
    return new Error(`${channel}: ${why}`)
  }

  for (const channel of REQUEST_CHANNELS) {
    ipcMain.handle(channel, (event, ...raw: unknown[]) => answer(channel, event.senderFrame, raw))
  }
}
