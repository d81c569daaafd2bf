import type { Page } from 'playwright-core'
import type { TeamNews, TeamView } from '../../core/contract.ts'
import type { Requests } from '../../core/ipc/channels.ts'
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts'
import { plainSettingsView } from '../../core/testing/plain-settings-view.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { WIDE_EXTENSIONS } from './wide-body.ts'
import { startWideRig } from './wide-rig.ts'
import { servePages } from './window-page.ts'

const UPDATES = 120
const WARM_UP = 20

/** What main has sent about a team of thousands, and each update after that. */
interface Messages {
  readonly state: ReturnType<Requests['state:read']>
  readonly settings: ReturnType<Requests['settings:read']>
  readonly team: TeamView
  readonly news: readonly TeamNews[]
}

/** What the pages below store on `window`. */
interface Bench {
  push: (news: TeamNews) => void
  show: (rows: TeamView['rows']) => void
}

/**
 * How much main-thread time a message takes until the frame that shows it is drawn, in Chromium: in the built window
 * with the team open, and in a plain v-for of the same rows. Both get the same updates.
 */
export async function benchWindowUpdate(): Promise<readonly Figure[]> {
  const messages = await recordNews()
  const pages = await servePages()
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 392, height: 600 }, locale: 'en-GB' })
    const ours = await context.newPage()
    await ours.addInitScript(playMain, messages)
    await ours.goto(`${pages.origin}/index.html`)
    await ours.locator('[data-tab="team"], button:has-text("Team")').first().click()
    await ours.locator('.colleague').first().waitFor()
    const rows = await ours.locator('.colleague').count()
    const times = await timed(ours, messages, 'push')
    const plain = await context.newPage()
    await plain.goto(`${pages.origin}/plain.html`)
    const peer = await timed(plain, messages, 'show')
    const update = 'window with the team open: update, main thread'
    const ms = { unit: 'ms', digits: 1 }
    return [
      figure(`rows in the DOM, of ${WIDE_EXTENSIONS}`, rows, { limit: 100 }),
      figure('plain v-for: update, main thread, p95', percentile(peer, 0.95), ms),
      figure(`${update}, p50`, percentile(times, 0.5), ms),
      figure(`${update}, p95`, percentile(times, 0.95), ms),
      figure('… to the plain v-for', percentile(times, 0.95) / percentile(peer, 0.95), {
        unit: '×',
        digits: 2,
        limit: 0.5,
      }),
    ]
  } finally {
    await browser.close()
    pages.close()
  }
}

/** Updates as main's own code sends them. */
async function recordNews(): Promise<Messages> {
  const news: TeamNews[] = []
  const rig = await startWideRig((channel, message) => {
    if (channel === 'team') news.push(message as TeamNews)
  })
  rig.companion.look({ queues: false, team: true })
  await rig.companion.pollNow()
  const { companion } = rig
  const state = companion.state()
  const messages = { state, team: companion.team() }
  const settings = plainSettingsView({
    ...DEFAULT_SETTINGS,
    extension: state.watch.agent?.extension ?? 'SIPSIP2',
    wideView: true,
  })
  news.length = 0
  while (news.length < UPDATES + WARM_UP) await companion.pollNow()
  await rig.stop()
  return { ...messages, settings, news }
}

/** In the page: a simulated main. */
function playMain({ state, settings, team }: Messages): void {
  const listeners: ((news: TeamNews) => void)[] = []
  const answers: Readonly<Record<string, unknown>> = {
    'state:read': { ...state, watch: { ...state.watch, connection: { kind: 'live' } } },
    'settings:read': settings,
    'team:read': team,
  }
  const companion = {
    request: (channel: string) => Promise.resolve(structuredClone(answers[channel])),
    on(channel: string, listener: (news: TeamNews) => void) {
      if (channel === 'team') listeners.push(listener)
      return () => undefined
    },
  }
  const push = (news: TeamNews): void => listeners.forEach((listener) => listener(structuredClone(news)))
  Object.assign(window, { companion, push })
}

/** Ms of the page's main thread from each message to the end of its frame, after some warm-up messages. */
async function timed(page: Page, { team, news }: Messages, by: keyof Bench): Promise<readonly number[]> {
  const devtools = await page.context().newCDPSession(page)
  // CPU time, not elapsed time: other programs on this computer don't count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busyMs = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  await page.evaluate(prepare, { first: team.rows, all: news, way: by })
  const times: number[] = []
  for (const index of news.keys()) {
    const before = await busyMs()
    await page.evaluate(drawn, index)
    times.push((await busyMs()) - before)
  }
  return times.slice(WARM_UP)
}

/** In the page: prepares to receive the updates one by one. */
function prepare({
  first,
  all,
  way,
}: {
  first: TeamView['rows']
  all: readonly TeamNews[]
  way: keyof Bench
}): void {
  const bench = window as unknown as Bench & { take: (index: number) => void }
  const rows = new Map(first.map((row) => [row.extension, row]))
  bench.take = (index) => {
    const one = all[index]!
    if (way === 'push') return bench.push(one)
    for (const row of structuredClone(one.changed)) rows.set(row.extension, row)
    bench.show([...rows.values()])
  }
}

/** In the page: receives one update, and settles when the next frame is drawn. */
function drawn(index: number): Promise<void> {
  const bench = window as unknown as { take: (index: number) => void }
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      bench.take(index)
      requestAnimationFrame(() => setTimeout(resolve))
    })
  })
}
