import type { Dialling } from './dialling.ts'
import type { MainParts } from '../program/main-parts.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { TrayWindow } from '../window/window.ts'

/**
 * Calls requested outside the window: by a link, or for the number on the clipboard. Each is confirmed in the window.
 */
export interface AskFromOutside {
  link(link: string): void
  clipboard(): Promise<void>
}

export interface AskFromOutsideParts extends Pick<MainParts, 'words' | 'clock'> {
  readonly configuration: Pick<Configuration, 'settings'>
  readonly dialling: Pick<Dialling, 'ask'>
  readonly window: Pick<TrayWindow, 'open'>
  readonly readClipboard: () => Promise<string>
  /** A new UUID: the click's id. */
  readonly newId: () => string
  /** Shows a short notification about the program itself. */
  readonly say: (sentence: string, id: string) => void
}

export function createAskFromOutside(parts: AskFromOutsideParts): AskFromOutside {
  const { configuration, words, clock } = parts

  function ask(text: string): void {
    // While a call is being placed, the window shows that call instead.
    parts.dialling.ask(parts.newId(), { kind: 'text', text })
    parts.window.open({ view: 'calls', call: null })
  }

  return {
    link(link) {
      if (configuration.settings().phoneLinks) ask(link)
      else parts.say(words().dialling.linksOff, `link-${clock.now()}`)
    },
    async clipboard() {
      ask(await parts.readClipboard().catch(() => ''))
    },
  }
}
