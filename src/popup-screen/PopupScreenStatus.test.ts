// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { PopupScreenTry, PopupScreenView } from '../../core/popup-screen/popup-screen-view.ts'
import { en } from '../../core/words/en.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'
import { troubleLines } from '../../core/words/callers/popup-screen-trouble.ts'

const url = 'https://crm.example/popup'
const caller = { name: 'Dana Levi', company: 'Brightwater', matches: 1, url: 'https://crm.example/c/17' }
const AT = new Date(2026, 10, 22, 10, 42).getTime()

async function opened(view: Partial<PopupScreenView>, tried: PopupScreenTry | null, popupScreenUrl = url) {
  const popupScreen = { sent: 0, done: 0, answered: 0, last: null, ...view }
  const companion = fakeCompanion({
    'settings:read': () => aSettingsView({ popupScreen }, { popupScreenUrl }),
    ...(tried === null ? {} : { 'popup-screen:try': () => tried }),
  })
  const window = await openWindow(companion)
  await window.click('Settings')
  await flushPromises()
  const group = () => window.wrapper.find('[data-group="popup-screen"]')
  return { ...window, group }
}

it('says that no address is set, and offers nothing to try', async () => {
  const { group } = await opened({}, null, '')
  expect(group().text()).toContain(en.popupScreen.off)
  expect(group().find('[data-try]').exists()).toBe(false)
})

it('says how it went, and what was wrong with the last response', async () => {
  const trouble = { kind: 'unreachable', why: 'timeout' } as const
  const { group } = await opened(
    { sent: 5, done: 5, answered: 4, last: { at: AT, ms: 3_000, trouble } },
    null,
  )
  expect(group().text()).toContain('4 of 5 requests answered')
  expect(group().text()).toContain('(3.0 s)')
  expect(group().text()).toContain(en.popupScreen.failure(trouble))
})

it('shows the response to a request by hand', async () => {
  const outcome = { kind: 'read', caller, problems: [] } as const
  const { group } = await opened({}, { kind: 'done', sample: false, ms: 210, outcome })
  await group().get('[data-try]').trigger('click')
  await flushPromises()
  const said = group().get('.result').text()
  expect(said).toContain(en.popupScreen.tried.last)
  for (const part of ['Dana Levi', 'Brightwater', '1 matching customer', 'crm.example', '0.2 s'])
    expect(said).toContain(part)
})

it('explains privacy mode, and that the extension calls it too', async () => {
  const { group } = await opened({}, null)
  expect(group().text()).toContain(en.popupScreen.privacyHint)
  expect(group().text()).toContain(en.popupScreen.extensionHint)
})

it('has a sentence for each trouble', () => {
  const troubles = [
    { kind: 'not-ok', status: 'ERROR' },
    { kind: 'not-stored' },
    { kind: 'too-many' },
    { kind: 'partly', problems: [{ what: 'no-name' }, { what: 'page', why: 'script' }] },
    { kind: 'malformed', why: 'web-page' },
  ] as const
  for (const trouble of troubles) {
    const lines = troubleLines(trouble, en)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/\.$/)
  }
})
