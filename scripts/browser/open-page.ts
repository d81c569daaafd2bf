import type { BrowserContext, Page } from 'playwright-core'

/**
 * A page that fills the screen. Around any other page, Chromium draws its own tabs, with a wheel that turns for as long
 * as something loads: a third of what a test of the program costs.
 */
export async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const { windowId } = await session.send('Browser.getWindowForTarget')
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } })
  await session.detach()
  return page
}
