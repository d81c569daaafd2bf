import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'

let desk: Desktop
let centre: CallCentre

beforeAll(async () => {
  desk = await startDesktop({ demo: true, quiet: true })
  centre = await desk.centre()
})
afterAll(async () => desk.end())

const trayShows = (state: string) => expect.poll(() => desk.trayState()).toBe(state)

it('shows no alert during a pause, and afterwards in one notification what rang', async () => {
  await trayShows('idle') // the menu changes with it
  await desk.chooseFromTray('For 15 minutes', 'Pause alerts')
  for (const phone of ['0722776772', '0501234567']) {
    const ivrid = await centre.call({ phone })
    await trayShows('ringing')
    await centre.act('hangup', ivrid)
    await trayShows('missed')
  }
  expect(await desk.alerts()).toEqual([])
  await desk.chooseFromTray(/^Resume alerts/)
  await expect
    .poll(() => desk.alerts())
    .toEqual([expect.stringMatching(/2 calls rang, 2 missed.*While alerts were paused/)])
})
