import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from './find-browser.ts'

/**
 * A headless Chromium with these switches in addition to Playwright's own, which turn its sandbox off: the same for
 * root, for an ordinary user, and in a container. It shows only the project's own pages. Throws like `findBrowser`.
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = await findBrowser(process.env, process.platform)
  return chromium.launch({ executablePath, args: [...args] })
}
