import type { FromPage } from '../desktop/from-page.ts'
import type { ToPage } from '../desktop/to-page.ts'

/** The page's connection to the host. */
export interface Link {
  say(message: FromPage): void
  /** A message from a window's frame, unparsed: the host parses it. */
  pass(message: object): void
}

const AGAIN_MS = 500 // the host restarts within about this time during development

/** Connects, and connects again when the host comes back. */
export function connectLink(hear: (message: ToPage) => void, changed: (connected: boolean) => void): Link {
  const secret = takeSecret()
  let socket = open()

  function open(): WebSocket {
    const made = new WebSocket(`ws://${location.host}/host/socket?secret=${secret}`)
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

/**
 * The secret that the host requires for the socket. The page receives it at the first visit and stores it for its own
 * origin, unlike a cookie, which every port of this computer gets; then it is removed from the page, and the used
 * ticket from its address.
 */
function takeSecret(): string {
  const given = document.querySelector<HTMLMetaElement>('meta[name="secret"]')
  if (given !== null && given.content !== '') {
    sessionStorage.setItem('secret', given.content)
    history.replaceState(null, '', '/')
  }
  given?.remove()
  return sessionStorage.getItem('secret') ?? ''
}

/** The host is this page's own server, so it only has to be checked that this is a message. */
const isMessage = (value: unknown): value is ToPage =>
  typeof value === 'object' && value !== null && 'type' in value
