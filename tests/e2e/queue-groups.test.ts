import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import type { Desktop } from './desktop.ts'
import { startPolicyDesk, type PolicyDesk } from './policy-desk.ts'

const CALLERS = 14 // more than the window has room for

let started: PolicyDesk
let centre: CallCentre
let desk: Desktop

beforeAll(async () => {
  started = await startPolicyDesk('groups-secret-77a', () => ({ extension: 'SIPSIP2', wideView: true }))
  ;({ centre, desk } = started)
  for (let index = 0; index < CALLERS; index++) await centre.wait(`05012345${10 + index}`)
  await desk.window.getByRole('button', { name: /^Queues/ }).click()
  await desk.window.getByText('050-123-4510').waitFor()
})
afterAll(() => started.end())

const head = () => desk.window.getByRole('heading', { level: 2 }).getByRole('button').first()
const callers = () => desk.window.getByText(/^050-123-45\d\d$/)

it('leaves the head of a queue in view while its callers are scrolled', async () => {
  await expect.poll(() => callers().count()).toBeGreaterThan(8)
  const list = desk.window.locator('.scroller')
  const top = await list.evaluate((one) => one.getBoundingClientRect().top)
  await list.evaluate((one) => one.scrollTo(0, one.scrollHeight))
  await desk.window.getByText('050-123-4523').waitFor()
  const at = await head().evaluate((one) => one.getBoundingClientRect().top)
  expect(at - top).toBeGreaterThanOrEqual(0)
  expect(at - top).toBeLessThan(40)
})

it('collapses a queue with the keyboard, and remembers it', async () => {
  await head().press('Enter')
  await expect.poll(() => callers().count()).toBe(0)
  expect(await head().getAttribute('aria-expanded')).toBe('false')
  await desk.window.getByRole('button', { name: 'Calls' }).click()
  await desk.window.getByRole('button', { name: /^Queues/ }).click()
  await expect.poll(() => head().getAttribute('aria-expanded')).toBe('false')
  await head().press('Enter')
  await callers().first().waitFor()
})
