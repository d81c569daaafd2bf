import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../scripts/browser/launch-browser.ts'

/** A browser in which to open pages, and what to call when it is no longer needed. */
export interface BorrowedBrowser {
  readonly browser: Browser
  giveBack(): Promise<void>
}

let shared: Promise<Browser> | null = null
let isShared = false

/** From now on, all callers of `borrowBrowser` in this process share one browser. Before that, each has its own. */
export function shareBrowser(): void {
  isShared = true
}

/** Starts a browser, or returns the shared one; a new one if that has crashed. Rejects if none is installed. */
export async function borrowBrowser(): Promise<BorrowedBrowser> {
  if (!isShared) {
    const browser = await launch()
    return { browser, giveBack: () => browser.close() }
  }
  shared ??= launch()
  if (!(await shared).isConnected()) shared = launch()
  return { browser: await shared, giveBack: () => Promise.resolve() }
}

/** The text of every page that is open in the shared browser, frame by frame: what a person would see. */
export async function shownNow(): Promise<readonly string[]> {
  const browser = shared === null ? null : await shared
  const frames = (browser?.contexts() ?? [])
    .flatMap((context) => context.pages())
    .flatMap((page) => page.frames())
  return Promise.all(
    frames.map((frame) =>
      frame.evaluate(() => `${document.title}: ${document.body.innerText}`).catch(String),
    ),
  )
}

const launch = (): Promise<Browser> => launchBrowser(['--disable-background-networking', '--no-first-run'])
