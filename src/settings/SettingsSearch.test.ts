// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { en } from '../../core/words/en.ts'
import { he } from '../../core/words/he.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { typeInto } from '../testing/history-rows.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'
import { englishOf } from './english-of.ts'

async function opened(language: 'en' | 'he' = 'en'): Promise<OpenWindow> {
  const open = await openWindow(fakeCompanion({ 'settings:read': () => aSettingsView({ language }) }))
  await open.click(language === 'he' ? he.views.titles.settings : 'Settings')
  await vi.dynamicImportSettled()
  return open
}

async function search(text: string): Promise<void> {
  await typeInto('input[type=search]', text)
  await vi.dynamicImportSettled()
  await flushPromises()
}

const isLeft = (one: Element): boolean => one.closest('[data-left-out]') === null
const sections = (): (string | null)[] =>
  [...document.querySelectorAll('main section h2')].filter(isLeft).map(({ textContent }) => textContent)
const labels = (): (string | undefined)[] =>
  [...document.querySelectorAll('main section label')].filter(isLeft).map((one) => one.textContent.trim())
const said = (): string => document.querySelector('[role=search] [role=status]')?.textContent ?? ''

describe('the search in the settings', () => {
  it('finds a setting by its label, and says how many it finds', async () => {
    await opened()
    await search('start when I SIGN in')
    expect(labels()).toEqual([en.settingLabels.launchAtLogin])
    expect(sections()).toEqual([en.settings.appearance])
    expect(said()).toBe('1 setting found')
  })

  it('finds a setting by its explanation', async () => {
    await opened()
    await search(en.tuning.deskPhoneHint.slice(0, 20))
    expect(labels()).toEqual([en.settingLabels.deskPhone])
  })

  it('finds a section by its heading, whole', async () => {
    await opened()
    await search(en.settings.appearance)
    expect(sections()).toEqual([en.settings.appearance])
    expect(labels().length).toBeGreaterThan(3)
  })

  it('finds a choice by what can be chosen', async () => {
    await opened()
    await search(en.settings.themes.dark)
    expect(labels()).toContain(en.settingLabels.theme)
  })

  it('finds a setting by its English name in another language', async () => {
    await opened('he')
    await search(he.settingLabels.launchAtLogin)
    expect(labels()).toEqual([he.settingLabels.launchAtLogin])
    await search(en.settingLabels.launchAtLogin)
    expect(labels()).toEqual([he.settingLabels.launchAtLogin])
  })

  it('says when nothing matches, and Escape shows everything again', async () => {
    await opened()
    const all = sections()
    await search('xyzzy')
    expect([sections(), said()]).toEqual([[], 'No settings found'])
    document
      .querySelector('input[type=search]')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
    await flushPromises()
    expect([sections(), said()]).toEqual([all, ''])
  })
})

it('pairs each sentence with its English, for the same key', () => {
  const pairs = englishOf(he, en)
  expect(pairs.get(he.settings.appearance)).toBe(en.settings.appearance)
  expect(pairs.get(he.tuning.sounds.none)).toBe(en.tuning.sounds.none)
})
