import type { App } from 'electron/main'
import { MAX_WRITTEN } from '../../../core/limits.ts'

const LINK_SCHEMES = ['tel', 'callto'] as const

/** A `tel:` or `callto:` link, whatever comes behind it. */
export const PHONE_LINK = /^(?:tel|callto):/i

/**
 * The link that the system started the program with, or the running one was handed; null without one. Of a very long one only as much
 * as shows that it is no number.
 */
export const phoneLink = (words: readonly string[]): string | null =>
  words.find((word) => PHONE_LINK.test(word))?.slice(0, MAX_WRITTEN + 1) ?? null

export type LinkApp = Pick<
  App,
  'isDefaultProtocolClient' | 'setAsDefaultProtocolClient' | 'removeAsDefaultProtocolClient'
>

export interface LinkHandlerParts {
  readonly app: LinkApp
  /** One that is being developed must not take the links of the installed program. */
  readonly isInstalled: boolean
  readonly warn: (line: string) => void
}

/** Follows the setting: registers the program for phone links with the system, or gives them back. The user has the last word there. */
export function createLinkHandler({ app, isInstalled, warn }: LinkHandlerParts): (on: boolean) => void {
  let was: boolean | null = null

  function follow(scheme: string, on: boolean): void {
    if (on) {
      if (!app.setAsDefaultProtocolClient(scheme)) warn(`the system did not register ${scheme}: links`)
    } else if (app.isDefaultProtocolClient(scheme)) app.removeAsDefaultProtocolClient(scheme)
  }

  return (on) => {
    if (!isInstalled || on === was) return
    was = on
    for (const scheme of LINK_SCHEMES) follow(scheme, on)
  }
}
