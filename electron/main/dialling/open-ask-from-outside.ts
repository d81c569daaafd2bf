import { randomUUID } from 'node:crypto'
import { app } from 'electron/main'
import { isInstalled } from '../program/is-installed.ts'
import { readClipboard } from '../system/open-clipboard.ts'
import type { TrayWindow } from '../window/window.ts'
import type { MainParts } from '../program/main-parts.ts'
import { createAskFromOutside, type AskFromOutside } from './ask-from-outside.ts'
import type { Dialling } from './dialling.ts'
import { createLinkHandler } from './phone-links.ts'

export interface OpenAskFromOutsideParts extends MainParts {
  readonly dialling: Pick<Dialling, 'ask'>
  readonly window: Pick<TrayWindow, 'open'>
  /** Shows a short notification about the program itself. */
  readonly say: (sentence: string, id: string) => void
}

/** Handles links and the clipboard of this computer; registers for links according to the settings. */
export function openAskFromOutside(parts: OpenAskFromOutsideParts): AskFromOutside {
  const { configuration, window, say, clock } = parts
  const follow = createLinkHandler({ app, isInstalled: isInstalled(app), warn: parts.log.warn })
  parts.companion.onSettings(() => follow(configuration.settings().phoneLinks))
  return createAskFromOutside({
    dialling: parts.dialling,
    linksOn: () => configuration.settings().phoneLinks,
    readClipboard,
    newId: randomUUID,
    open: () => window.open({ view: 'calls', call: null }),
    words: parts.words,
    say: (sentence) => say(sentence, `link-${clock.now()}`),
  })
}
