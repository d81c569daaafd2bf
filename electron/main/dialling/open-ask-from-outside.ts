import { randomUUID } from 'node:crypto'
import { app } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import type { Words } from '../../../core/words/words.ts'
import type { Companion } from '../companion/companion-types.ts'
import { isInstalled } from '../program/is-installed.ts'
import type { Configuration } from '../settings/configuration.ts'
import { readClipboard } from '../system/open-clipboard.ts'
import type { Logger } from '../system/log.ts'
import type { TrayWindow } from '../window/window.ts'
import { createAskFromOutside, type AskFromOutside } from './ask-from-outside.ts'
import type { Dialling } from './dialling.ts'
import { createLinkHandler } from './phone-links.ts'

export interface OpenAskFromOutsideParts {
  readonly dialling: Pick<Dialling, 'ask'>
  readonly companion: Pick<Companion, 'onSettings'>
  readonly configuration: Pick<Configuration, 'settings'>
  readonly window: Pick<TrayWindow, 'open'>
  readonly words: () => Words
  /** Shows a short notification about the program itself. */
  readonly say: (sentence: string, id: string) => void
  readonly clock: Clock
  readonly log: Pick<Logger, 'warn'>
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
