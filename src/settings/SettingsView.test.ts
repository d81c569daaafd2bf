// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS, SETTING_KEYS } from '../../core/settings/settings.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'

let open: OpenWindow | null = null

async function opened(companion: FakeCompanion): Promise<OpenWindow> {
  open = await openWindow(companion)
  await open.click('Settings')
  return open
}

describe('the settings', () => {
  it('save a switch when it is turned, and confirm it for a moment', async () => {
    const companion = fakeCompanion()
    const { wrapper, field, clock } = await opened(companion)
    field('My desk phone rings: no sound here').click()
    await flushPromises()
    expect(companion.asked).toContainEqual(['settings:change', { deskPhone: true }])
    expect(wrapper.text()).toContain('Saved')
    await clock.advance(1500)
    await flushPromises()
    expect(wrapper.text()).not.toContain('Saved')
  })

  it('revert a switch that was not saved, and show why', async () => {
    const companion = fakeCompanion({
      'settings:change': () => ({ kind: 'not-saved', why: 'disk', key: 'deskPhone' }),
    })
    const { wrapper, field } = await opened(companion)
    field('My desk phone rings: no sound here').click()
    await flushPromises()
    expect(field('My desk phone rings: no sound here').checked).toBe(false)
    expect(wrapper.text()).toContain('couldn’t be saved to disk')
  })

  it('leave refused text in its field, to be fixed', async () => {
    const companion = fakeCompanion({
      'settings:change': () => ({ kind: 'not-saved', why: 'invalid', key: 'baseUrl' }),
    })
    const { wrapper, fill, field } = await opened(companion)
    await fill('Server address', 'https://elsewhere.example')
    expect(companion.asked).toContainEqual(['settings:change', { baseUrl: 'https://elsewhere.example' }])
    expect(field('Server address').value).toBe('https://elsewhere.example')
    expect(wrapper.text()).toContain('This value can’t be used.')
  })

  it('save a choice', async () => {
    const companion = fakeCompanion()
    const { wrapper } = await opened(companion)
    const theme = wrapper.findAll('select').find((one) => one.find('option[value=dark]').exists())
    await theme?.setValue('dark')
    expect(companion.asked).toContainEqual(['settings:change', { theme: 'dark' }])
  })

  it('offer each language by its own name, and switch to the one that main then sends', async () => {
    const companion = fakeCompanion()
    const { wrapper } = await opened(companion)
    const language = wrapper.findAll('select').find((one) => one.find('option[value=he]').exists())
    expect(language?.findAll('option').map((one) => one.text())).toEqual([
      'Same as system',
      'English',
      'עברית',
      'العربية',
      'Русский',
    ])
    await language?.setValue('he')
    expect(companion.asked).toContainEqual(['settings:change', { language: 'he' }])
    companion.push('settings', aSettingsView({ revision: 2 }, { language: 'he' }))
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(document.documentElement.lang).toBe('he')
    expect(document.documentElement.dir).toBe('rtl')
    expect(wrapper.find('h1').text()).toBe('הגדרות')
  })

  it('take which queues, and the thresholds of some, as text', async () => {
    const companion = fakeCompanion({ 'settings:read': () => aSettingsView({}, { queues: ['11'] }) })
    const { fill } = await opened(companion)
    await fill('Queue IDs', '11, 12')
    await fill('Different limits for some queues', '11: 60')
    expect(companion.asked).toContainEqual(['settings:change', { queues: ['11', '12'] }])
    expect(companion.asked).toContainEqual(['settings:change', { queueThresholds: { '11': 60 } }])
  })

  it('warn before the wide view, and follow a person only with it', async () => {
    const companion = fakeCompanion()
    const { wrapper, fill } = await opened(companion)
    expect(wrapper.text()).toContain('This shows you everyone who calls your organisation.')
    await fill('Follow a person, by user ID', '77')
    expect(companion.asked).toContainEqual(['settings:change', { watch: { kind: 'person', userId: 77 } }])
    companion.push('settings', aSettingsView({ revision: 2 }, { watch: { kind: 'person', userId: 77 } }))
    await flushPromises()
    expect(wrapper.text()).toContain('only while watching all extensions')
    await fill('Follow a person, by user ID', '')
    expect(companion.asked).toContainEqual(['settings:change', { watch: { kind: 'extension' } }])
  })

  it('show how many requests are sent per minute', async () => {
    const { wrapper } = await opened(fakeCompanion())
    expect(wrapper.text()).toContain('At most 12 requests per minute in total')
  })

  it('follow what main sends', async () => {
    const companion = fakeCompanion()
    const { field } = await opened(companion)
    companion.push('settings', aSettingsView({ revision: 2 }, { pollSeconds: 10, alertOnRing: false }))
    await flushPromises()
    expect(field('Check every (seconds)').value).toBe('10')
    expect(field('Alert me when a call rings').checked).toBe(false)
  })

  it('show what the organisation has set as locked', async () => {
    const companion = fakeCompanion({
      'settings:read': () => aSettingsView({ locked: ['pollSeconds', 'alertOnRing', 'extension'] }),
    })
    const { field, wrapper } = await opened(companion)
    const names = [
      'Check every (seconds)',
      'Alert me when a call rings',
      'Extension (SIP code)',
      'My desk phone rings: no sound here',
    ]
    expect(names.map((name) => field(name).disabled)).toEqual([true, true, true, false])
    expect(wrapper.text().match(/Set by your organisation/g)).toHaveLength(3)
  })

  it('can all be locked, each with the organisation’s notice for a screen reader', async () => {
    const companion = fakeCompanion({
      'settings:read': () =>
        aSettingsView(
          {
            locked: SETTING_KEYS,
            code: 'policy',
            webhook: { ...aSettingsView().webhook, secret: 'policy' },
          },
          { wideView: true, queues: ['7'], webhook: { ...DEFAULT_SETTINGS.webhook, on: true } },
        ),
    })
    const { wrapper } = await opened(companion)
    const controls = ['input', 'select', 'textarea'].map((one) => `.settings ${one}`).join()
    const fields = wrapper.findAll<HTMLInputElement>(controls).map(({ element }) => element)
    const open = fields.filter(({ disabled }) => !disabled)
    expect(open.map(({ id }) => wrapper.find(`label[for="${id}"]`).text())).toEqual([])
    const unsaid = fields.filter((field) => {
      const ids = [field, field.closest('fieldset')].flatMap(
        (one) => one?.getAttribute('aria-describedby')?.split(' ') ?? [],
      )
      return !ids.some((id) => wrapper.find(`[id="${id}"]`).text().includes('Set by your organisation'))
    })
    expect(unsaid.map(({ outerHTML }) => outerHTML)).toEqual([])
  })

  it('replace the account with the stored code if none is typed', async () => {
    const companion = fakeCompanion()
    const { fill, click, field } = await opened(companion)
    expect(field('API code').value).toBe('')
    await fill('Extension (SIP code)', 'SIPSIP9')
    await click('Save account')
    expect(companion.asked).toContainEqual(['account:save', { code: null, extension: 'SIPSIP9' }])
  })

  it('show what went wrong at startup, and the version', async () => {
    const companion = fakeCompanion({
      'settings:read': () =>
        aSettingsView({
          notices: [{ kind: 'settings-set-aside', file: 'config.bad.json' }],
          problems: [{ source: 'policy', key: 'pollSeconds', why: 'out-of-range' }],
        }),
    })
    const { wrapper } = await opened(companion)
    expect(wrapper.text()).toContain('config.bad.json')
    expect(wrapper.text()).toContain('In your organisation’s policy, “pollSeconds” is out of range')
    expect(wrapper.text()).toContain('Ringside 0.1.0')
  })
})
