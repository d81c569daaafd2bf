import type { FromPage, ToPage } from '../desktop/messages.ts'

/** The page's one line to the host. */
export interface Link {
  say(message: FromPage): void
  /** What a window's frame says, unread: the host reads it. */
  pass(message: object): void
}

const AGAIN_MS = 500 // the host restarts within about this while developing

/** Connects, and connects again when the host comes back. */
export function connectLink(hear: (message: ToPage) => void, changed: (connected: boolean) => void): Link {
  let socket = open()

  function open(): WebSocket {
    const made = new WebSocket(`ws://${location.host}/host/socket${location.search}`)
    made.addEventListener('open', () => changed(true))
    made.addEventListener('message', (event: MessageEvent<string>) => take(event.data))
    made.addEventListener('close', () => {
      changed(false)
      setTimeout(() => (socket = open()), AGAIN_MS)
    })
    return made
  }

  function take(text: string): void {
    const message: unknown = JSON.parse(text)
    if (isMessage(message)) hear(message)
  }

  function send(message: object): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }

  return { say: send, pass: send }
}

/** The host is this page's own server: that it is a message is all there is to doubt. */
const isMessage = (value: unknown): value is ToPage =>
  typeof value === 'object' && value !== null && 'type' in value
