import type { App } from 'electron/main'
import { MAX_WRITTEN } from '../../../core/limits.ts'

const LINK_SCHEMES = ['tel', 'callto'] as const

/** Matches any `tel:` or `callto:` link. */
export const PHONE_LINK = /^(?:tel|callto):/i

/**
 * The link that the system started the program with, or passed to the running program; null without one. A very long
 * one is truncated, but stays too long for a number.
 */
export const phoneLink = (words: readonly string[]): string | null =>
  words.find((word) => PHONE_LINK.test(word))?.slice(0, MAX_WRITTEN + 1) ?? null

export type LinkApp = Pick<
  App,
  'isDefaultProtocolClient' | 'setAsDefaultProtocolClient' | 'removeAsDefaultProtocolClient'
>

export interface LinkHandlerParts {
  readonly app: LinkApp
  /** A program run from source must not take over the links of the installed one. */
  readonly isInstalled: boolean
  readonly warn: (line: string) => void
}

/**
 * Returns a function that follows the setting: it registers the program for phone links with the system, or unregisters
 * it. The user's choice in the system settings has priority.
 */
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
