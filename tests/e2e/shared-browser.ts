import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../scripts/launch-browser.ts'

/** A browser in which to open pages, and what to call when it is no longer needed. */
export interface BorrowedBrowser {
  readonly browser: Browser
  giveBack(): Promise<void>
}

let shared: Promise<Browser> | null = null
let isShared = false

/**
 * From now on, one browser for all who call `borrowBrowser`, until the returned function closes it. Before that, each has
 * its own.
 */
export function shareBrowser(): () => Promise<void> {
  isShared = true
  return async () => {
    isShared = false
    const browser = await shared
    shared = null
    await browser?.close()
  }
}

/** Starts a browser, or returns the shared one. Rejects if none is installed. */
export async function borrowBrowser(): Promise<BorrowedBrowser> {
  if (!isShared) {
    const browser = await launch()
    return { browser, giveBack: () => browser.close() }
  }
  shared ??= launch()
  return { browser: await shared, giveBack: () => Promise.resolve() }
}

const launch = (): Promise<Browser> => launchBrowser(['--disable-background-networking', '--no-first-run'])
