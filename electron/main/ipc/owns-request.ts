import { REQUESTS, type RequestChannel } from '../../../core/ipc/channels.ts'

/** Who sent a message: the page's contents, by Electron's id, and the address of its main frame. */
export interface Sender {
  readonly contents: number
  readonly url: string
}

interface Owner {
  owns(sender: Sender): boolean
}

/** Whether this page may ask this, by the contract: the popup its few things, the window all but what is the popup's alone. */
export function ownsRequest(
  { window, popup }: { readonly window: Owner; readonly popup: Owner },
  sender: Sender,
  channel: RequestChannel,
): boolean {
  const { by } = REQUESTS[channel]
  return popup.owns(sender) ? by !== 'window' : window.owns(sender) && by !== 'popup'
}
