import { randomUUID } from 'node:crypto'
import { app } from 'electron/main'
import { isInstalled } from '../program/is-installed.ts'
import { readClipboard } from '../system/open-clipboard.ts'
import type { MainParts } from '../program/main-parts.ts'
import { createAskFromOutside, type AskFromOutside, type AskFromOutsideParts } from './ask-from-outside.ts'
import { createLinkHandler } from './phone-links.ts'

/** Handles links and the clipboard of this computer; registers for links according to the settings. */
export function openAskFromOutside(
  parts: MainParts & Omit<AskFromOutsideParts, 'readClipboard' | 'newId'>,
): AskFromOutside {
  const follow = createLinkHandler({ app, isInstalled: isInstalled(app), warn: parts.log.warn })
  parts.companion.onSettings(() => follow(parts.configuration.settings().phoneLinks))
  return createAskFromOutside({ ...parts, readClipboard, newId: randomUUID })
}
