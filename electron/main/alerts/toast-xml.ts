import { escapeUTF8 } from 'entities/escape'

/** The content of a Windows toast for a ringing call. */
export interface RingToast {
  /** The notification's id: its tag, by which Windows reports what was pressed. Made by `toastTag`. */
  readonly tag: string
  readonly title: string
  readonly body: string
  readonly silent: boolean
  /** In the order of the notification's actions. */
  readonly buttons: readonly string[]
}

const MAX_TAG = 64 // Windows accepts no longer tag
const MAX_BUTTONS = 5 // nor more buttons

/**
 * A ring as a toast in the form of an incoming call: it stays on screen above other toasts until it is withdrawn.
 * Electron reports a press only from buttons whose arguments contain their number and the notification's id as tag.
 */
export function toastXml({ tag, title, body, silent, buttons }: RingToast): string {
  const actions = buttons.slice(0, MAX_BUTTONS).map((label, index) => {
    const pressed = `type=action&action=${index}&tag=${tag}`
    return `<action content="${escaped(label)}" arguments="${escaped(pressed)}" activationType="foreground"/>`
  })
  return [
    `<toast scenario="incomingCall" launch="${escaped(`type=click&tag=${tag}`)}">`,
    `<visual><binding template="ToastGeneric"><text>${escaped(title)}</text>`,
    body === '' ? '' : `<text>${escaped(body)}</text>`,
    '</binding></visual>',
    silent
      ? '<audio silent="true"/>'
      : '<audio src="ms-winsoundevent:Notification.Looping.Call" loop="true"/>',
    `<actions>${actions.join('')}</actions></toast>`,
  ].join('')
}

/**
 * An alert's id as a tag: characters that could end the tag or its arguments early are replaced. At most 64 characters.
 */
export const toastTag = (id: string): string => id.replaceAll(/[^\w-]/g, '_').slice(-MAX_TAG)

/** Characters that XML forbids are left out: with a single one, Windows shows no toast at all. */
const escaped = (text: string): string =>
  escapeUTF8(text.toWellFormed().replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''))
