import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'

const CODE = 'address-book-secret-9f1'

const card = (name: string, ...numbers: readonly string[]): string =>
  [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${name}`,
    ...numbers.map((number) => `TEL:${number}`),
    'END:VCARD',
    '',
  ].join('\r\n')
const CONTACTS = card('Noa Cohen', '050-123-4567') + card('Brightwater', '03 900 1234 x5') + card('Mail only')

describe('the address book', () => {
  let centre: Awaited<ReturnType<typeof startSimulator>>
  let folder: string
  let home: string
  let desk: Desktop
  const trayIs = (state: string) => expect.poll(() => desk.trayState()).toBe(state)
  const row = (text: string) => desk.window.getByRole('listitem').filter({ hasText: text }).first()
  const button = (name: string | RegExp) => desk.window.getByRole('button', { name, exact: true })

  async function start(): Promise<void> {
    desk = await startDesktop({
      profile: join(folder, 'profile'),
      env: { RINGSIDE_POLICY: join(folder, 'policy.json'), HOME: home, XDG_DOWNLOAD_DIR: home },
    })
  }

  /** This number rings, with an alert that names the caller. */
  async function rings(phone: string, name: string): Promise<void> {
    await desk.dismissAlerts()
    const ivrid = await centre.call({ phone, name: 'FROM API' })
    await expect.poll(async () => (await desk.alerts()).join()).toContain(name)
    await centre.act('hangup', ivrid)
    await expect.poll(() => desk.trayState()).not.toBe('ringing')
  }

  async function openBook(): Promise<void> {
    await button('History').click()
    await button('More').click()
    await button('Address book').click()
  }

  beforeAll(async () => {
    centre = await startSimulator(CODE)
    folder = await mkdtemp(join(tmpdir(), 'ringside-book-'))
    home = join(folder, 'home')
    await mkdir(home)
    await writeFile(join(home, 'contacts.vcf'), CONTACTS)
    await writeFile(join(home, 'report.csv'), 'Day;Calls\nMonday;many\n')
    const own = { baseUrl: new URL('/comet/API', centre.url).href, code: CODE, extension: 'SIPSIP2' }
    await writeFile(join(folder, 'policy.json'), JSON.stringify({ ...own, pollSeconds: 0.4 }))
    await start()
  })
  afterAll(async () => {
    await desk.end()
    await centre.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('takes a name from a ringing card, and shows it on the card and in the next alert', async () => {
    await trayIs('idle')
    const ivrid = await centre.call({ phone: '0545550199', name: 'FROM API' })
    await trayIs('ringing')
    await desk.openWindow()
    const article = desk.window.getByRole('article').first()
    await article.getByRole('button', { name: 'More options' }).click()
    await desk.window.getByRole('menuitem', { name: 'Add to address book…' }).click()
    await desk.window.getByRole('textbox', { name: 'Name', exact: true }).fill('Dana Levi')
    await button('Save').click()
    await article.getByTitle('from your address book').getByText('Dana Levi').waitFor()
    await centre.act('hangup', ivrid)
    await expect.poll(() => desk.trayState()).not.toBe('ringing')
    await rings('+972545550199', 'Dana Levi')
  })

  it('shows it in the history, whose search finds it', async () => {
    await button('History').click()
    await desk.window.getByRole('searchbox').fill('dana lev')
    await expect
      .poll(() => row('054-555-0199').getByTitle('from your address book').getByText('Dana Levi').count())
      .toBe(1)
    await desk.window.getByRole('searchbox').fill('')
  })

  it('imports a vCard file, once, and says what it did', async () => {
    await openBook()
    for (const said of [
      'Imported 2, 1 without a number',
      'Imported 0, 2 already there, 1 without a number',
    ]) {
      await button('Import…').click()
      await desk.answer(join(home, 'contacts.vcf'))
      await desk.window.locator('main').getByText(said).waitFor()
    }
    await desk.window.getByText('3 entries').waitFor()
    await rings('039001234', 'Brightwater')
  })

  it('says why another file can’t be imported', async () => {
    await button('Import…').click()
    await desk.answer(join(home, 'report.csv'))
    await desk.window.locator('main').getByText('The file has no column with phone numbers.').waitFor()
  })

  it('finds entries by a number in any form', async () => {
    await desk.window.getByRole('searchbox').fill('+972 50')
    await row('Noa Cohen').waitFor()
    await expect.poll(() => row('Dana Levi').count()).toBe(0)
    await desk.window.getByRole('searchbox').fill('')
    await row('Dana Levi').waitFor()
  })

  it('edits an entry with the keyboard, and removes and restores it', async () => {
    await row('Noa Cohen').getByRole('button', { name: /^Edit/ }).focus()
    await desk.press('Enter')
    await desk.window.getByRole('textbox', { name: 'Name', exact: true }).fill('Noa C.')
    await desk.press('Enter')
    await row('Noa C.').waitFor()
    await row('Noa C.')
      .getByRole('button', { name: /^Remove/ })
      .click()
    await expect.poll(() => row('Noa C.').count()).toBe(0)
    await desk.press('Enter') // the focus is on Undo
    await row('Noa C.').waitFor()
  })

  it('exports a CSV file', async () => {
    await button('Export').click()
    await desk.answer(home).catch(() => undefined) // only if there is no Downloads folder
    await desk.window
      .getByText(/^Saved to/)
      .first()
      .waitFor()
    const [name = ''] = (await readdir(home)).filter((file) => file.startsWith('ringside-address-book-'))
    expect(await readFile(join(home, name), 'utf8')).toBe(
      '\uFEFFName,Company,Note,Number 1\r\nBrightwater,,,03 900 1234 x5\r\nDana Levi,,,+972 54 555 0199\r\nNoa C.,,,050-123-4567\r\n',
    )
  })

  it('has everything after a restart, and hides it in privacy mode', async () => {
    await desk.end()
    await start()
    // Whether the missed call was looked at depends on how long the window had the focus.
    await expect.poll(() => desk.trayState()).toMatch(/^(idle|missed)$/)
    await desk.openWindow()
    await openBook()
    for (const name of ['Brightwater', 'Dana Levi', 'Noa C.']) await row(name).waitFor()
    await desk.press('p')
    await desk.window.getByText('The address book is hidden while privacy is on.').waitFor()
    expect(await desk.window.getByText('Dana Levi').count()).toBe(0)
    await desk.press('p')
    await row('Dana Levi').waitFor()
  })

  it('deletes a caller from history and address book together', async () => {
    await button('Back to history').click()
    await row('054-555-0199').getByRole('button', { expanded: false }).first().click()
    await button('Delete this caller…').click()
    await desk.window.getByText(/and this number in your address book/).waitFor()
    await button('Delete').click()
    await expect.poll(() => row('054-555-0199').count()).toBe(0)
    await openBook()
    await row('Brightwater').waitFor()
    expect(await row('Dana Levi').count()).toBe(0)
  })
})
