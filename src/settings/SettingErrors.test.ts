// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { isSettingKey, SETTINGS } from '../../core/settings/settings.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'

const words = wordsFor('en', [])
const NUMBERS = Object.entries(SETTINGS).flatMap(([key, { shape, policyOnly }]) =>
  shape.kind === 'number' && !policyOnly && key !== 'soundVolume' && isSettingKey(key)
    ? [{ key, ...shape }]
    : [],
)

async function opened(companion: FakeCompanion = fakeCompanion()) {
  const window = await openWindow(companion)
  await window.click('Settings')
  return {
    ...window,
    changes: () =>
      companion.asked.filter(([channel]) => channel === 'settings:change').map(([, what]) => what),
    async type(label: string, value: string): Promise<void> {
      window.field(label).value = value
      window.field(label).dispatchEvent(new Event('input'))
      await flushPromises()
    },
    /** What a screen reader reads with a field. */
    described: (label: string) =>
      (window.field(label).getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? `no ${id}`)
        .join(' '),
  }
}

describe('the limits of a number', () => {
  it.each(NUMBERS)(
    'are shown next to $key until it is valid, and nothing else is requested from main',
    async (one) => {
      const { key, least, most, whole } = one
      const label = String(Reflect.get(words.settingLabels, key))
      const { fill, type, changes, described, field, wrapper } = await opened()
      const good = field(label).value
      const range = words.settings.numberFrom(least, most, whole)
      for (const text of [String(most + 1), String(least - 1), 'often', '', ...(whole ? ['7.5'] : [])]) {
        await fill(label, text)
        expect(described(label)).toContain(range)
        expect(field(label).getAttribute('aria-invalid')).toBe('true')
      }
      expect(range).toContain(String(least))
      await type(label, String(least))
      expect(wrapper.text()).not.toContain(range)
      expect(field(label).getAttribute('aria-invalid')).not.toBe('true')
      expect(changes()).toEqual([])
      const other = String(least) === good ? most : least
      await fill(label, String(other))
      expect(changes()).toEqual([{ [key]: other }])
      await fill(label, '')
      await fill(label, good)
      expect(wrapper.text()).not.toContain(range)
    },
  )

  it('are lower for the server on this computer', async () => {
    const local = { baseUrl: 'http://127.0.0.1:4700/comet/API' }
    const { fill, changes } = await opened(fakeCompanion({ 'settings:read': () => aSettingsView({}, local) }))
    await fill(words.settingLabels.pollSeconds, '0.5')
    expect(changes()).toEqual([{ pollSeconds: 0.5 }])
  })
})

describe('an error about what was not saved', () => {
  const REFUSED = { kind: 'not-saved', why: 'invalid', key: 'baseUrl' } as const

  it('disappears once the field has the saved value again, or something else', async () => {
    const { fill, type, field, wrapper } = await opened(fakeCompanion({ 'settings:change': () => REFUSED }))
    const label = words.settingLabels.baseUrl
    const good = field(label).value
    await fill(label, 'https://elsewhere.example')
    expect(wrapper.text()).toContain(words.settings.notSaved.invalid)
    await type(label, 'https://elsewhere.example/api')
    expect(wrapper.text()).not.toContain(words.settings.notSaved.invalid)
    await fill(label, 'https://elsewhere.example')
    await fill(label, good)
    expect(wrapper.text()).not.toContain(words.settings.notSaved.invalid)
  })
})

describe('a box that was not saved', () => {
  it('shows the value in force again', async () => {
    const { wrapper } = await opened(
      fakeCompanion({ 'settings:change': () => ({ kind: 'not-saved', why: 'disk', key: null }) }),
    )
    const boxes = wrapper.findAll<HTMLInputElement>('input[type=checkbox]').map(({ element }) => element)
    const before = boxes.map(({ checked }) => checked)
    for (const box of boxes) box.click()
    await flushPromises()
    expect(boxes.map(({ checked }) => checked)).toEqual(before)
  })
})

describe('the form of an address', () => {
  it.each(['baseUrl', 'muteUrl'] as const)('is shown next to %s', async (name) => {
    const { fill, described, changes } = await opened()
    await fill(words.settingLabels[name], 'http://elsewhere.example')
    expect(described(words.settingLabels[name])).toContain(words.webhook.urlBad)
    expect(changes()).toEqual([])
  })
})

describe('the country and the time zone', () => {
  it('are chosen from a list, by their names in the language of the window', async () => {
    const companion = fakeCompanion({
      'settings:read': () => aSettingsView({ language: 'he' }, { language: 'he', region: 'DE' }),
    })
    const window = await openWindow(companion)
    await flushPromises()
    document.querySelector<HTMLElement>('.header [data-turn]')?.click()
    await flushPromises()
    const lists = [...document.querySelectorAll('select')].map((list) => ({
      list,
      options: [...list.options].map(({ value, text }) => [value, text.trim()]),
    }))
    const country = lists.find(({ options }) => options.some(([value]) => value === 'IL'))
    expect(country?.list.value).toBe('DE')
    expect(country?.options).toContainEqual(['IL', 'ישראל'])
    const zone = lists.find(({ options }) => options.some(([value]) => value === 'Asia/Jerusalem'))
    expect(zone?.list.value).toBe('Asia/Jerusalem')
    for (const one of [country, zone])
      expect(new Set(one?.options.map(([value]) => value)).size).toBe(one?.options.length)
    country!.list.value = 'IL'
    country!.list.dispatchEvent(new Event('change'))
    await flushPromises()
    expect(companion.asked).toContainEqual(['settings:change', { region: 'IL' }])
    window.wrapper.unmount()
  })

  it('show what the organisation has set, even if no list has it', async () => {
    const set = { region: 'AQ', zone: 'UTC' }
    await opened(fakeCompanion({ 'settings:read': () => aSettingsView({}, set) }))
    const chosen = [...document.querySelectorAll('select')].map(({ value }) => value)
    expect(chosen).toEqual(expect.arrayContaining(['AQ', 'UTC']))
  })
})
