import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'

const CODE = 'history-secret-3c2'

describe('the history', () => {
  let centre: Awaited<ReturnType<typeof startSimulator>>
  let folder: string
  let desk: Desktop
  const trayIs = (state: string) => expect.poll(() => desk.trayState()).toBe(state)
  const row = (text: string) => desk.window.getByRole('listitem').filter({ hasText: text }).first()

  async function start(): Promise<void> {
    const home = join(folder, 'home')
    desk = await startDesktop({
      profile: join(folder, 'profile'),
      env: { RINGSIDE_POLICY: join(folder, 'policy.json'), HOME: home, XDG_DOWNLOAD_DIR: home },
    })
  }

  async function missedCall(phone: string, name: string): Promise<void> {
    const ivrid = await centre.call({ phone, name })
    await trayIs('ringing')
    await centre.act('hangup', ivrid)
    await expect.poll(() => desk.trayState()).not.toBe('ringing')
  }

  beforeAll(async () => {
    centre = await startSimulator(CODE)
    folder = await mkdtemp(join(tmpdir(), 'ringside-history-'))
    const own = {
      baseUrl: new URL('/comet/API', centre.url).href,
      code: CODE,
      extension: 'SIPSIP2',
      pollSeconds: 0.4,
    }
    await writeFile(join(folder, 'policy.json'), JSON.stringify(own))
    await start()
  })
  afterAll(async () => {
    await desk.end()
    await centre.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('still has a missed call after a restart, without alerting again', async () => {
    await trayIs('idle')
    await desk.openWindow()
    await desk.lookAway()
    await missedCall('0545550199', 'Support')
    await trayIs('missed')
    await desk.end()
    await start()
    await trayIs('missed')
    expect(await desk.alerts()).toEqual([])
    await desk.openWindow()
    await desk.window.getByText('054-555-0199').first().waitFor()
  })

  it('does not alert twice for a ring during which the program restarts', async () => {
    const ivrid = await centre.call({ phone: '0501234567', name: 'נועה כהן' })
    await trayIs('ringing')
    await desk.end()
    await start()
    await trayIs('ringing')
    await wait(1_500)
    expect((await desk.alerts()).filter((alert) => alert.startsWith('Ringing'))).toEqual([])
    await centre.act('answer', ivrid)
    await trayIs('talking')
    await centre.act('hangup', ivrid)
  })

  it('shows a caller’s earlier calls when they ring again', async () => {
    const ivrid = await centre.call({ phone: '972501234567', name: 'נועה כהן' })
    await desk.openWindow()
    await desk.window.getByText(/2nd call today/).waitFor()
    await centre.act('hangup', ivrid)
  })

  it('finds a call by any form of its number, and stores a note on it', async () => {
    await desk.openWindow()
    await desk.window.getByRole('button', { name: 'History' }).click()
    await desk.window.getByRole('searchbox').fill('+972 54-555')
    await row('054-555-0199').waitFor()
    await expect.poll(() => row('050-123-4567').count()).toBe(0)
    await row('054-555-0199').getByRole('button', { expanded: false }).first().click()
    await desk.window.getByRole('textbox', { name: 'Note', exact: true }).fill('asked for a quote')
    await desk.window.getByRole('searchbox').fill('quote')
    await row('054-555-0199').waitFor()
    await desk.window.getByRole('searchbox').fill('')
  })

  it('asks for a folder if there is no Downloads folder, writes there, and shows the file', async () => {
    await mkdir(join(folder, 'home'))
    const csv = async () => (await readdir(join(folder, 'home'))).filter((name) => name.endsWith('.csv'))
    await desk.window.getByRole('button', { name: 'More', exact: true }).click()
    const exports = async (answer: string): Promise<void> => {
      await desk.window.getByRole('button', { name: 'Export as CSV' }).click()
      await desk.answer(answer)
    }
    await exports('Cancel')
    expect(await csv()).toEqual([])
    await exports(join(folder, 'home'))
    await desk.window
      .getByText(/^Saved to/)
      .first()
      .waitFor()
    const [name = ''] = await csv()
    expect(await readFile(join(folder, 'home', name), 'utf8')).toContain('054-555-0199')
    await desk.window.getByRole('button', { name: 'Show in folder' }).click()
    await expect.poll(() => desk.markup()).toContain(`shows the file ${join(folder, 'home', name)}`)
    await desk.press('Escape')
  })

  it('says when Ringside wasn’t watching', async () => {
    await desk.sleep()
    await trayIs('disconnected')
    await wait(1_500)
    await desk.wake()
    await expect.poll(() => desk.trayState()).toMatch(/idle|missed/)
    await desk.openWindow()
    await desk.window.getByRole('button', { name: 'More', exact: true }).click()
    await desk.window.getByRole('button', { name: 'Watching report' }).click()
    await desk.window
      .getByText(/not watching .*asleep/i)
      .first()
      .waitFor()
  })

  it('has left the code in no file', async () => {
    const files = await readdir(join(folder, 'profile'), { recursive: true, withFileTypes: true })
    for (const file of files.filter((entry) => entry.isFile())) {
      expect(await readFile(join(file.parentPath, file.name), 'latin1'), file.name).not.toContain(CODE)
    }
  })
})
