import { REQUESTS, type RequestChannel } from '../../../core/ipc/channels.ts'

/** Who sent a message: the page's contents, by Electron's id, and the address of its main frame. */
export interface Sender {
  readonly contents: number
  readonly url: string
}

interface Owner {
  owns(sender: Sender): boolean
}

/**
 * Whether this page may request this, according to the contract: the popup its few channels, the window all except the
 * popup's own.
 */
export function ownsRequest(
  { window, popup }: { readonly window: Owner; readonly popup: Owner },
  sender: Sender,
  channel: RequestChannel,
): boolean {
  const { by } = REQUESTS[channel]
  return popup.owns(sender) ? by !== 'window' : window.owns(sender) && by !== 'popup'
}
