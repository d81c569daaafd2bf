import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../scripts/browser/launch-browser.ts'
import { openPage } from '../scripts/browser/open-page.ts'
import { writeFixtureApp } from './fixture-app.ts'
import { type RunningHost, startBrowserHost } from './start.ts'

describe('the desktop page, in a real browser', () => {
  let folder: string
  let host: RunningHost
  let browser: Browser
  let page: Page
  const problems: string[] = []
  const said = (line: string) => expect.poll(() => host.lines, { timeout: 5_000 }).toContain(line)
  const inWindow = (): Frame => page.frames()[1]!
  const item = (name: string) => page.getByRole('menuitem', { name })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-page-'))
    writeFixtureApp(join(folder, 'app'))
    host = await startBrowserHost({ profile: join(folder, 'profile'), app: join(folder, 'app') })
    browser = await launchBrowser()
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: host.origin,
    })
    page = await openPage(context)
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    await page.goto(await host.address())
  }, 30_000)
  afterAll(async () => {
    await browser.close()
    await host.stop()
    rmSync(folder, { recursive: true })
  })

  it('clearly says that it is not Electron', async () => {
    await page.getByText('Browser host: this is not Electron').waitFor()
  })

  it('shows the window at its real size and position, with the built preload running', async () => {
    const frame = page.locator('iframe[title="Ringside"]')
    await frame.waitFor()
    expect(await frame.boundingBox()).toEqual({ x: 800, y: 40, width: 392, height: 600 })
    await expect.poll(() => inWindow().locator('body').getAttribute('data-sum')).toBe('5')
    const problem = await inWindow().evaluate(() => {
      try {
        Object.assign(Reflect.get(window, 'companion') as object, { request: null })
        return 'changed'
      } catch (error) {
        return String(error)
      }
    })
    expect(problem).toContain('read only')
  })

  it('opens the tray’s menu by keyboard, and rings', async () => {
    const tray = page.getByTestId('tray')
    expect(await tray.getAttribute('data-state')).toBe('idle')
    expect(await tray.getAttribute('aria-label')).toBe('Ringside: no calls')
    await tray.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    expect(await page.locator(':focus').textContent()).toBe('Quit')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect.poll(() => tray.getAttribute('data-state')).toBe('ringing')
    const toast = page.getByTestId('toast')
    await toast.waitFor()
    expect(await toast.textContent()).toContain('Ringing: 03-900')
    await said('toast show')
  })

  it('puts a copied text on the browser’s clipboard', async () => {
    await page.getByRole('button', { name: 'Copy number' }).click()
    await said('copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('03-900')
  })

  it('focuses the window on a click, and blurs it on a click outside, once', async () => {
    await inWindow().locator('h1').click()
    await said('window focus')
    await page.getByTestId('tray').click()
    await page.keyboard.press('Escape')
    expect(host.lines).not.toContain('window blur')
    await page.mouse.click(300, 700)
    await said('window blur')
    expect(host.lines.filter((line) => line === 'window blur')).toHaveLength(1)
  })

  it('hides the window, whose page knows that it is hidden', async () => {
    await page.getByTestId('tray').click()
    await item('More').click()
    await item('Hide').click()
    await page.locator('iframe[title="Ringside"]').waitFor({ state: 'hidden' })
    await said('page is hidden')
    await page.getByTestId('tray').click()
    await item('Open').click()
    await said('page is visible')
  })

  it('goes dark, and the window’s page with it', async () => {
    const scheme = () => inWindow().evaluate(() => getComputedStyle(document.documentElement).colorScheme)
    await page.getByRole('button', { name: 'System' }).click()
    await page.getByRole('switch', { name: 'Dark' }).click()
    await expect.poll(scheme).toBe('dark')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })

  it('restores everything after a reload', async () => {
    await page.getByTestId('tray').click()
    await item('Ring & ring').click()
    await page.getByTestId('toast').waitFor()
    await page.reload()
    await page.getByTestId('toast').waitFor()
    expect(await page.getByTestId('tray').getAttribute('data-state')).toBe('ringing')
    await expect.poll(() => inWindow().locator('body').getAttribute('data-sum')).toBe('5')
    await page.getByRole('button', { name: 'Close notification' }).click()
    await expect.poll(() => page.getByTestId('toast').count()).toBe(0)
  })

  it('offers the system’s switches only while it knows their state', async () => {
    const system = page.getByRole('button', { name: 'System' })
    let connect: (() => unknown) | null = null
    await page.routeWebSocket('**/host/socket**', (socket) => void (connect = () => socket.connectToServer()))
    await page.reload()
    await expect.poll(() => connect).not.toBeNull()
    expect(await system.isDisabled()).toBe(true)
    connect!()
    await system.click()
    expect(await page.getByRole('switch', { name: 'Notifications allowed' }).isChecked()).toBe(true)
  })

  it('has run without an error in the browser', () => expect(problems).toEqual([]))
})
