// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'

it('shows the diagnostics before it copies them', async () => {
  const companion = fakeCompanion({ 'diagnostics:read': () => 'Ringside 0\nconnection: live' })
  const open = await openWindow(companion)
  await open.click('Settings')
  expect(open.wrapper.find('pre').exists()).toBe(false)
  await open.click('Show diagnostics')
  expect(open.wrapper.find('pre').text()).toBe('Ringside 0\nconnection: live')
  await open.click('Copy diagnostics')
  expect(companion.asked).toContainEqual(['diagnostics:copy'])
  expect(open.wrapper.text()).toContain('Copied')
})
