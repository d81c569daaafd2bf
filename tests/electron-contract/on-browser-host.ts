import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { SystemName } from '../../browser-host/simulated-system.ts'
import { startBrowserHost } from '../../browser-host/start.ts'
import { openPage } from '../../scripts/browser/open-page.ts'
import { borrowBrowser } from '../e2e/shared-browser.ts'
import { openDesk } from './desk.ts'
import { arrangeOn, seenOn } from './person-at-page.ts'
import { readVerdicts } from './read-verdicts.ts'
import type { Verdict } from './verdict.ts'

/** The verdicts of the app in `app`, run by the browser host with an open page, which behaves like this system. */
export async function verdictsAs(as: SystemName, app: string): Promise<readonly Verdict[]> {
  const profile = await mkdtemp(join(tmpdir(), 'ringside-contract-'))
  const { promise: page, resolve: openedPage } = Promise.withResolvers<Page>()
  const desk = await openDesk({
    arrange: async (what) => arrangeOn(await page, what),
    see: async (what) => seenOn(await page, what),
  })
  const borrowed = await borrowBrowser()
  const context = await borrowed.browser.newContext()
  try {
    const opened = await openPage(context)
    const env = { RINGSIDE_CONTRACT_AS: as, RINGSIDE_CONTRACT_DESK: desk.origin }
    const host = await startBrowserHost({ app, profile, as, env })
    await opened.goto(await host.address())
    openedPage(opened)
    await host.ended
    return readVerdicts(host.lines, host.errors)
  } finally {
    await context.close()
    await borrowed.giveBack()
    await desk.close()
    await rm(profile, { recursive: true, force: true })
  }
}
