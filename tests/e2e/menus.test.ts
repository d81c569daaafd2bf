import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'

/** How the browser handles the window's menus and panels. */
describe('menus and panels, without a mouse', () => {
  let desk: Desktop
  let centre: CallCentre

  const button = (name: string | RegExp) => desk.window.getByRole('button', { name, exact: true }).first()
  const entries = () => desk.window.getByRole('menuitem')
  /** The name of what has the focus. */
  const focused = (): Promise<string> =>
    desk.window.locator('html').evaluate((page) => {
      const one = page.ownerDocument.activeElement
      return one?.getAttribute('aria-label') ?? one?.textContent.trim() ?? ''
    })

  async function open(name: string | RegExp): Promise<void> {
    await button(name).focus()
    await desk.press('Enter')
  }

  beforeAll(async () => {
    desk = await startDesktop({ demo: true, quiet: true })
    centre = await desk.centre()
    await desk.openWindow()
    await centre.call()
    await desk.window.getByRole('article').first().waitFor()
    await centre.quiet()
    // While a call rings, opening the window shows it instead of the history.
    await vi.waitUntil(async () => (await desk.trayState()) !== 'ringing', { timeout: 60_000 })
    await desk.window.getByRole('button', { name: 'History' }).click()
    await desk.window.locator('ul.list > li').first().waitFor()
  })
  afterAll(async () => desk.end())

  it('moves through a menu with the arrow keys, even inside a list that uses them too', async () => {
    await open('More options')
    const all = (await entries().allTextContents()).map((text) => text.trim())
    expect(all.length).toBeGreaterThan(2)
    const first = await focused()
    expect(all[0]).toBe(first)
    await desk.press('ArrowUp')
    expect(await focused()).toBe(all.at(-1))
    await desk.press('ArrowDown')
    await desk.press('ArrowDown')
    expect(await focused()).toBe(all[1])
    await desk.press('End')
    expect(await focused()).toBe(all.at(-1))
    await desk.press('Home')
    expect(await focused()).toBe(first)
  })

  it('closes a menu on Tab, which continues from there', async () => {
    await desk.press('Tab')
    await expect.poll(() => entries().count()).toBe(0)
    expect(await focused()).not.toBe('')
  })

  it.each([
    ['of a call', 'More options'],
    ['of the history', 'More'],
  ])(
    'closes the menu %s on Escape, returns the focus, and hides the window only on the next one',
    async (_of, name) => {
      await open(name)
      await desk.window.locator(':popover-open').waitFor()
      await desk.press('Escape')
      await desk.window.locator(':popover-open').waitFor({ state: 'hidden' })
      expect(await focused()).toBe(name)
      expect(await button(name).isVisible()).toBe(true)
      await desk.press('Escape')
      await expect.poll(() => button(name).isVisible()).toBe(false)
      await desk.openWindow()
      await button(name).waitFor()
    },
  )

  it('closes the list of settings sections after a choice, or on Escape', async () => {
    await button('More').click()
    await button('Settings').click()
    await open(/^Jump to another section/)
    await desk.window.getByRole('link', { name: 'Shortcuts' }).click()
    await desk.window.locator(':popover-open').waitFor({ state: 'hidden' })
    expect(await focused()).toBe('Shortcuts')
    await open(/^Jump to another section/)
    await desk.press('Escape')
    expect(await focused()).toBe('Jump to another section. Current section: Shortcuts')
  })

  it('closes the choices of a field on Escape first, and then the page', async () => {
    const heading = desk.window.getByRole('heading', { level: 1, name: 'Settings' })
    await desk.window.getByLabel('Theme').press('Alt+ArrowDown')
    await desk.press('Escape')
    await heading.waitFor()
    await desk.press('Escape')
    await heading.waitFor({ state: 'hidden' })
    await button('More').waitFor()
  })

  it('closes only the list of shortcuts on Escape, also after a click in it', async () => {
    await desk.press('?')
    const list = desk.window.getByRole('dialog')
    await list.getByText('Copy the number').click()
    await desk.press('Escape')
    await list.waitFor({ state: 'hidden' })
    expect(await button('More').isVisible()).toBe(true)
  })

  it('shows a ringing call when the window is opened again, whatever was open in it', async () => {
    await desk.press(',')
    await desk.window.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await desk.lookAway()
    await expect.poll(() => desk.window.locator('header').first().isVisible()).toBe(false)
    const ivrid = await centre.call()
    await expect.poll(() => desk.trayState()).toBe('ringing')
    await desk.openWindow()
    await desk.window.getByRole('article', { name: /Ringing/ }).waitFor()
    await centre.act('hangup', ivrid)
  })
})
