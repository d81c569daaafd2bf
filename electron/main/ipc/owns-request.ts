import type { RequestChannel } from '../../../core/contract.ts'

type Frame = { readonly url: string } | null

interface Owner {
  owns(frame: Frame): boolean
}

/** What the ring popup may ask: what it needs to show a ring, and to copy its number. */
const OF_POPUP: ReadonlySet<RequestChannel> = new Set<RequestChannel>([
  'popup:read',
  'popup:drawn',
  'popup:open',
  'popup:dismiss',
  'settings:read',
  'call:copy',
])

/** Whether this frame may ask this: the popup its few things, the window everything but what is the popup's alone. */
export function ownsRequest(
  { window, popup }: { readonly window: Owner; readonly popup: Owner },
  frame: Frame,
  channel: RequestChannel,
): boolean {
  if (popup.owns(frame)) return OF_POPUP.has(channel)
  return window.owns(frame) && !channel.startsWith('popup:')
}
