// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { SETTING_KEYS, SETTINGS, type SettingKey } from '../../core/settings/settings.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'

/** Settings that can't be changed on the page, and why. Policy-only settings come on top. */
const WITHOUT_CONTROL: Partial<Record<SettingKey, string>> = {
  extension: 'saved together with the code, by the account’s own request',
  collapsedQueues: 'changed in the list of queues',
  windowPlaces: 'changed by dragging and resizing the window',
}

const rule = {
  name: '',
  on: 'by-hand',
  when: {},
  url: 'https://crm.example/',
  hosts: ['crm.example'],
} as const
const template = { name: '', template: '{phone}', format: 'text', key: null } as const

/** With every part of the page shown: what depends on another setting, and two entries in each list. */
const everythingShown = () =>
  aSettingsView(
    {
      keys: [{ action: 'show', accelerator: null, state: 'off' }],
      updates: { kind: 'current', checkedAt: null },
      copyTemplates: ['One', 'Two'].map((name) => ({ ...template, name })),
    },
    {
      ...{
        ringPopup: 'always',
        queues: ['7'],
        wideView: true,
        offeredStatuses: ['login'],
        updateWhen: 'night',
      },
      crmRules: ['One', 'Two'].map((name) => ({ ...rule, name })),
    },
  )

const CONTROLS = ['input', 'select', 'textarea', 'button.keys', 'li button'].map((one) => `.settings ${one}`)

function enter(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  control.value = value
  for (const type of ['input', 'change', 'blur']) control.dispatchEvent(new Event(type))
}

/** Changes a control's value, as a user would. `typed`: the text for a free field. */
async function change(control: Element, typed: string): Promise<void> {
  if (control instanceof HTMLButtonElement) {
    control.click()
    await flushPromises()
    const keys = { key: 'r', code: 'KeyR', ctrlKey: true, altKey: true, bubbles: true }
    control.dispatchEvent(new KeyboardEvent('keydown', keys))
  } else if (control instanceof HTMLSelectElement) {
    enter(control, [...control.options].find(({ selected }) => !selected)?.value ?? '')
  } else if (control instanceof HTMLTextAreaElement) enter(control, typed)
  else if (control instanceof HTMLInputElement) {
    if (control.type === 'checkbox') control.click()
    else enter(control, control.type === 'time' ? '21:00' : control.type === 'range' ? '5' : typed)
  }
}

it('every setting has a control on the settings page, in the order of the table', async () => {
  const companion = fakeCompanion({ 'settings:read': everythingShown })
  const { click, clock } = await openWindow(companion)
  await click('Settings')
  for (const control of document.querySelectorAll(CONTROLS.join())) {
    const { length } = companion.asked
    // Invalid values are not sent: one of these is valid in each field.
    for (const typed of [`${Reflect.get(control, 'value')}1`, '6', '1: 6']) {
      if (companion.asked.length > length) break
      await change(control, typed)
      await flushPromises()
    }
    if (companion.asked.length === length) await clock.advance(600) // typed text is saved after a pause
    await flushPromises()
  }
  const changed = new Set(
    companion.asked.flatMap(([channel, values]) =>
      channel === 'settings:change' && typeof values === 'object' && values !== null
        ? Object.keys(values)
        : [],
    ),
  )
  const expected = SETTING_KEYS.filter((key) => !(key in WITHOUT_CONTROL || SETTINGS[key].policyOnly))
  expect([...changed]).toEqual(expected)
})
