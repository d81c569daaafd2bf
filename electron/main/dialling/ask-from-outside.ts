import type { Words } from '../../../core/words/words.ts'
import type { Dialling } from './dialling.ts'

/** Calls that are asked for outside the window: by a link, or with the number on the clipboard. Each ends in the window's question. */
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
  /** Brings the window up, with the question in it. */
  readonly open: () => void
  readonly words: () => Words
  /** Shows a short message where there may be no window. */
  readonly say: (sentence: string) => void
}

export function createAskFromOutside(parts: AskFromOutsideParts): AskFromOutside {
  function ask(text: string): void {
    // While a call is being placed the window shows that one.
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
