import type { Browser } from 'playwright-core'
import { LANGUAGES, type LanguageCode } from '../../core/words/languages.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { withDemoHost } from './demo-host.ts'
import { figure, percentile, type Figure } from './figure.ts'

const RUNS = 9
const MAX_FIRST_PAINT_MS = 300
const MAX_KILOBYTES = 250

interface Start {
  readonly firstPaintMs: number
  readonly firstContentMs: number
  readonly kilobytes: number
}

/**
 * The window's start in the browser host, in fresh pages of Chromium: from the request to its first pixel and its first
 * text, median of several runs; and for each language the raw size of everything it loads for that.
 */
export async function benchWindowStart(): Promise<readonly Figure[]> {
  const browser = await launchBrowser()
  try {
    const english = await startsIn('en', browser, RUNS)
    const median = (of: (start: Start) => number): number => percentile(english.map(of), 0.5)
    const figures = [
      figure(
        'window: first paint (browser host, median)',
        median((one) => one.firstPaintMs),
        { unit: 'ms', digits: 1, limit: MAX_FIRST_PAINT_MS },
      ),
      figure(
        'window: first text (browser host, median)',
        median((one) => one.firstContentMs),
        { unit: 'ms', digits: 1 },
      ),
    ]
    for (const language of LANGUAGES) {
      const starts = language === 'en' ? english : await startsIn(language, browser, 1)
      const most = Math.max(...starts.map(({ kilobytes }) => kilobytes))
      figures.push(
        figure(`window: loaded at start, raw (${language})`, most, {
          unit: 'kB',
          digits: 1,
          limit: MAX_KILOBYTES,
        }),
      )
    }
    return figures
  } finally {
    await browser.close()
  }
}

const startsIn = (language: LanguageCode, browser: Browser, runs: number): Promise<readonly Start[]> =>
  withDemoHost({ language }, {}, async (host) => {
    await startOnce(browser, await host.address()) // the first one fills the browser's code caches
    const starts: Start[] = []
    for (let run = 0; run < runs; run++) starts.push(await startOnce(browser, await host.address()))
    return starts
  })

async function startOnce(browser: Browser, url: string): Promise<Start> {
  const page = await browser.newPage()
  await page.goto(url)
  const window = page.frameLocator('iframe[title="Ringside"]')
  await window.locator('main:not([aria-busy])').waitFor()
  const start = await window.locator('html').evaluate(measure)
  await page.close()
  return start
}

/** Runs inside the window, so it can't use anything from outside. */
async function measure(): Promise<Start> {
  const painted = (name: string): number | undefined => performance.getEntriesByName(name)[0]?.startTime
  while (painted('first-contentful-paint') === undefined)
    await new Promise((done) => requestAnimationFrame(done))
  const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  // What the host itself adds, its part of the preload, doesn't belong to the window.
  const own = loaded.filter(({ name }) => new URL(name).pathname.includes('/app/'))
  const bytes = own.reduce(
    (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.decodedBodySize : 0),
    0,
  )
  return {
    firstPaintMs: painted('first-paint') ?? Number.NaN,
    firstContentMs: painted('first-contentful-paint') ?? Number.NaN,
    kilobytes: bytes / 1000,
  }
}
