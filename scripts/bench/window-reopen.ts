import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startBrowserHost } from '../../browser-host/start.ts'
import { launchBrowser } from '../launch-browser.ts'
import { percentile, type Figure } from './figure.ts'

const RUNS = 9
const MAX_MS = 300

/**
 * A window that was let go and is opened again, in the browser host, median of a few: from the click in the tray's menu,
 * by way of main, which makes window and page anew, to the first text on screen.
 */
export async function benchWindowReopen(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-bench-'))
  const policy = join(folder, 'policy.json')
  await writeFile(policy, JSON.stringify({ startHidden: true, language: 'en' }))
  const host = await startBrowserHost({
    profile: join(folder, 'profile'),
    argv: ['--demo'],
    env: { RINGSIDE_POLICY: policy },
  })
  const browser = await launchBrowser()
  const times: number[] = []
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(await host.address())
    await reopen(page) // the first one fills the browser's caches of code
    for (let run = 0; run < RUNS; run++) times.push(await reopen(page))
  } finally {
    await browser.close()
    await host.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return [
    {
      name: 'window: reopened after it was let go, to first text (browser host, median)',
      value: percentile(times, 0.5),
      unit: 'ms',
      digits: 1,
      limit: MAX_MS,
    },
  ]
}

/** Milliseconds; the page is gone again afterwards. */
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

/** Runs inside the window, so it may use nothing from outside itself. */
async function firstText(): Promise<number> {
  for (;;) {
    const [entry] = performance.getEntriesByName('first-contentful-paint')
    if (entry !== undefined) return performance.timeOrigin + entry.startTime
    await new Promise((done) => requestAnimationFrame(done))
  }
}

/** Hides the window and ends its page, which five minutes would do as well. */
async function letGo(page: Page): Promise<void> {
  await page.mouse.click(5, 780)
  await page.getByRole('button', { name: 'System' }).click()
  await page.getByRole('button', { name: 'Crash the window' }).click()
  await page.getByRole('button', { name: 'System' }).click()
  await page.locator('iframe[title="Ringside"]').waitFor({ state: 'detached' })
}
