import type { Words } from '../../../core/words/words.ts'
import type { Dialling } from './dialling.ts'

/**
 * Calls requested outside the window: by a link, or for the number on the clipboard. Each is confirmed in the window.
 */
export interface AskFromOutside {
  link(link: string): void
  clipboard(): Promise<void>
}

export interface AskFromOutsideParts {
  readonly dialling: Pick<Dialling, 'ask'>
  readonly linksOn: () => boolean
  readonly readClipboard: () => Promise<string>
  /** A new UUID: the click's id. */
  readonly newId: () => string
  /** Shows the window, with the confirmation. */
  readonly open: () => void
  readonly words: () => Words
  /** Shows a short message, even if there is no window. */
  readonly say: (sentence: string) => void
}

export function createAskFromOutside(parts: AskFromOutsideParts): AskFromOutside {
  function ask(text: string): void {
    // While a call is being placed, the window shows that call instead.
    parts.dialling.ask(parts.newId(), { kind: 'text', text })
    parts.open()
  }

  return {
    link(link) {
      if (parts.linksOn()) ask(link)
      else parts.say(parts.words().dialling.linksOff)
    },
    async clipboard() {
      ask(await parts.readClipboard().catch(() => ''))
    },
  }
}
