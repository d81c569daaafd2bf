import { afterAll, beforeAll, expect, it } from 'vitest'
import { startDesktop, type Desktop } from './desktop.ts'

let desk: Desktop

beforeAll(async () => {
  desk = await startDesktop({ demo: true, quiet: true })
  await desk.openWindow()
})
afterAll(async () => desk.end())

it('opens the settings and their search by keyboard, finds a setting, and Escape shows all again', async () => {
  await desk.window.getByText('No calls now').waitFor()
  await desk.press('Control+,')
  await desk.window.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  await desk.press('Control+f')
  await desk.window.locator('input[type=search]:focus').pressSequentially('sign in')
  await desk.window.getByText('1 setting found').waitFor()
  const sections = desk.window.getByRole('heading', { level: 2 })
  await expect.poll(() => sections.allTextContents()).toEqual(['Appearance'])
  await desk.press('Escape')
  await expect.poll(() => sections.count()).toBeGreaterThan(10)
  expect(await desk.window.getByRole('searchbox').inputValue()).toBe('')
})
