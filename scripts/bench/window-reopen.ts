import type { Page } from 'playwright-core'
import { launchBrowser } from '../browser/launch-browser.ts'
import { withDemoHost } from './demo-host.ts'
import { figure, percentile, type Figure } from './figure.ts'

const RUNS = 9
const MAX_MS = 300

/**
 * Reopening a window that was freed, in the browser host, median of several runs: from the click in the tray's menu to
 * the first text on screen. Main creates window and page anew.
 */
export async function benchWindowReopen(): Promise<readonly Figure[]> {
  // Each call would change the tray's menu, and what is chosen from a replaced menu is lost.
  const quiet = { RINGSIDE_DEMO_QUIET: '1' }
  const times = await withDemoHost({ startHidden: true, language: 'en' }, quiet, async (host) => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await page.goto(await host.address())
      await page.getByTestId('tray').and(page.locator('[data-state=idle]')).waitFor()
      await reopen(page) // the first one fills the browser's code caches
      const measured: number[] = []
      for (let run = 0; run < RUNS; run++) measured.push(await reopen(page))
      return measured
    } finally {
      await browser.close()
    }
  })
  return [
    figure(
      'window: reopened after it was freed, to first text (browser host, median)',
      percentile(times, 0.5),
      { unit: 'ms', digits: 1, limit: MAX_MS },
    ),
  ]
}

/** How long reopening took, ms. Frees the page again afterwards. */
async function reopen(page: Page): Promise<number> {
  const window = page.frameLocator('iframe[title="Ringside"]')
  await page.getByTestId('tray').click()
  const asked = await page.getByRole('menuitem', { name: /^Open Ringside/ }).evaluate((item: HTMLElement) => {
    item.click()
    return Date.now()
  })
  await window.locator('main:not([aria-busy])').waitFor()
  const painted = await window.locator('html').evaluate(firstText)
  await letGo(page)
  return painted - asked
}

/** Runs inside the window, so it can't use anything from outside. */
async function firstText(): Promise<number> {
  for (;;) {
    const [entry] = performance.getEntriesByName('first-contentful-paint')
    if (entry !== undefined) return performance.timeOrigin + entry.startTime
    await new Promise((done) => requestAnimationFrame(done))
  }
}

/** Hides the window and frees its page, as five minutes would. */
async function letGo(page: Page): Promise<void> {
  await page.mouse.click(5, 780)
  await page.getByRole('button', { name: 'System' }).click()
  await page.getByRole('button', { name: 'Crash the window' }).click()
  await page.getByRole('button', { name: 'System' }).click()
  await page.locator('iframe[title="Ringside"]').waitFor({ state: 'detached' })
}
