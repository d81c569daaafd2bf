// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { typeInto } from '../testing/history-rows.ts'
import { openWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'

const typed = (): string | undefined => document.querySelector<HTMLInputElement>('[type=search]')?.value

it('clears a search when privacy is turned on, even while another view is open', async () => {
  const companion = fakeCompanion()
  const { click } = await openWindow(companion)
  await click('History')
  await typeInto('[type=search]', '0501234567')
  await click('Calls')
  await click('History')
  expect(typed()).toBe('0501234567')
  await click('Calls')
  companion.push('settings', aSettingsView({ revision: 2 }, { privacy: true }))
  await flushPromises()
  await click('History')
  expect(typed()).toBeUndefined()
  companion.push('settings', aSettingsView({ revision: 3 }, { privacy: false }))
  await flushPromises()
  expect(typed()).toBe('')
})
