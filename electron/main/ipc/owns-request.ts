import { REQUESTS, type RequestChannel } from '../../../core/ipc/channels.ts'

type Frame = { readonly url: string } | null

interface Owner {
  owns(frame: Frame): boolean
}

/** Whether this frame may ask this, by the contract: the popup its few things, the window all but what is the popup's alone. */
export function ownsRequest(
  { window, popup }: { readonly window: Owner; readonly popup: Owner },
  frame: Frame,
  channel: RequestChannel,
): boolean {
  const { by } = REQUESTS[channel]
  return popup.owns(frame) ? by !== 'window' : window.owns(frame) && by !== 'popup'
}
