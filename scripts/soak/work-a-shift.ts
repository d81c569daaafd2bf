import type { CDPSession, Page } from 'playwright-core'
import type { CallCentre } from '../../tests/e2e/call-centre.ts'

/** What an agent does on a desktop with Ringside, besides the calls. */
export interface ShiftWork {
  /** One turn: looks at every view, copies, writes a note, closes everything. */
  turn(): Promise<void>
  /** Heap of the desktop's page including the window, in bytes, once per turn, after garbage collection. */
  readonly heaps: readonly number[]
  /** Steps that found nothing to act on, by their error's first line: a call may end under the pointer. */
  readonly missed: readonly string[]
}

const PATIENCE_MS = 3_000
const TROUBLE_TURNS = 4

/** An agent's work on the desktop `page`. It finds buttons by their English labels. */
export async function workAShift(page: Page, centre: CallCentre): Promise<ShiftWork> {
  const devtools: CDPSession = await page.context().newCDPSession(page)
  const heaps: number[] = []
  const missed: string[] = []
  let turns = 0
  page.setDefaultTimeout(PATIENCE_MS)
  const frame = page.locator('iframe[title="Ringside"]')
  const window = page.frameLocator('iframe[title="Ringside"]')

  async function weigh(): Promise<void> {
    await devtools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    heaps.push(usedSize)
  }

  async function look(): Promise<void> {
    await page.getByTestId('tray').click()
    await page.getByRole('menuitem', { name: /^Open Ringside/ }).click()
    await frame.waitFor({ state: 'visible' })
    for (const view of [/^Queues/, /^Team/, /^History/, /^Calls/]) {
      await window.getByRole('navigation').getByRole('button', { name: view }).click()
      await window.locator('main:not([aria-busy])').waitFor()
    }
  }

  async function work(): Promise<void> {
    const card = window.getByRole('article').first()
    if ((await card.count()) > 0) {
      await card.getByRole('button', { name: /^Copy number/ }).click()
      const note = card.getByRole('textbox')
      if ((await note.count()) > 0) await note.first().fill(`Called about order ${turns}`)
    }
    for (const name of [/^Clear/, /^Dismiss/, /^Mute recording/]) {
      const button = window.getByRole('button', { name })
      if ((await button.count()) > 0) await button.first().click()
    }
  }

  async function putAway(): Promise<void> {
    if (await frame.isVisible()) await page.mouse.click(5, (page.viewportSize()?.height ?? 20) - 20)
    const close = page.getByTestId('toast').first().getByRole('button', { name: /close/i })
    while ((await close.count()) > 0) await close.click({ timeout: 1_000 })
  }

  /** Now and then the API refuses, or is slow or unreachable for a moment. */
  async function trouble(): Promise<void> {
    const kinds = ['401', '429', 'dropped', '500', 'not-json', 'delay']
    await centre.fault({ kind: kinds[Math.floor(turns / TROUBLE_TURNS) % kinds.length], count: 3 })
  }

  return {
    heaps,
    missed,
    async turn() {
      turns += 1
      for (const part of [look, work, weigh, putAway, ...(turns % TROUBLE_TURNS === 0 ? [trouble] : [])])
        await part().catch((error: unknown) => void missed.push(String(error).split('\n', 3).join(' ')))
    },
  }
}
