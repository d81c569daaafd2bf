// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'

const LINE = 'https://crm.example.com/'
const rule = (name: string) =>
  ({ name, on: 'ringing', when: {}, url: LINE, hosts: ['crm.example.com'] }) as const

/** The window; main answers no change of the settings until `answer`. */
async function slowWindow(stored: Partial<Settings> = {}, view: Parameters<typeof aSettingsView>[0] = {}) {
  const fake = fakeCompanion({ 'settings:read': () => aSettingsView(view, stored) })
  const changes: Partial<Settings>[] = []
  const answers: (() => void)[] = []
  const request: typeof fake.request = (channel, ...args) => {
    if (channel !== 'settings:change') return fake.request(channel, ...args)
    changes.push(args[0] as Partial<Settings>)
    return new Promise((resolve) => answers.push(() => resolve({ kind: 'saved' } as never)))
  }
  const open = await openWindow({ ...fake, request })
  const group = (name: string) => open.wrapper.find(`[data-group="${name}"]`)
  return {
    ...open,
    fake,
    changes,
    group,
    answer: () => {
      for (const one of answers.splice(0)) one()
      return flushPromises()
    },
  }
}

it('keeps the webhook’s new address if it is switched on before the address is saved', async () => {
  const { click, group, changes } = await slowWindow()
  await click('Settings')
  const url = group('webhook').find('input[inputmode="url"]')
  await url.setValue('https://hooks.example.com/ringside')
  await url.trigger('change')
  await group('webhook').find('input.switch').setValue(true)
  expect(changes.at(-1)?.webhook).toMatchObject({ on: true, url: 'https://hooks.example.com/ringside' })
})

it('keeps both rules deleted if the second goes before the first is saved', async () => {
  const { click, changes } = await slowWindow({ crmRules: [rule('a'), rule('b'), rule('c')] })
  await click('Settings')
  await click('Delete \u2068a\u2069')
  await click('Delete \u2068b\u2069')
  expect(changes.at(-1)?.crmRules).toEqual([rule('c')])
})

it('deletes one rule for two quick clicks', async () => {
  const { click, changes } = await slowWindow({ crmRules: [rule('a'), rule('b')] })
  await click('Settings')
  await click('Delete \u2068a\u2069')
  await click('Delete \u2068a\u2069')
  expect(changes.at(-1)?.crmRules).toEqual([rule('b')])
})

it('deletes no rule for the second click of a double-click, which is on the next one', async () => {
  const { click, wrapper, changes } = await slowWindow({ crmRules: [rule('a'), rule('b')] })
  await click('Settings')
  await wrapper.find('[aria-label="Delete \u2068b\u2069"]').trigger('click', { detail: 2 })
  expect(changes).toEqual([])
})

it('moves a rule twice for two quick clicks, and undoes no other move', async () => {
  const { click, changes } = await slowWindow({ crmRules: [rule('a'), rule('b'), rule('c')] })
  await click('Settings')
  await click('Move \u2068c\u2069 up')
  await click('Move \u2068a\u2069 down')
  await click('Move \u2068a\u2069 down')
  expect(changes.at(-1)?.crmRules?.map(({ name }) => name)).toEqual(['c', 'b', 'a'])
})

it('leaves both events of the webhook off', async () => {
  const webhook = { ...DEFAULT_SETTINGS.webhook, events: ['ringing', 'held', 'resumed'] as const }
  const { click, group, changes } = await slowWindow({ webhook })
  await click('Settings')
  const event = (name: string) =>
    group('webhook')
      .findAll('.events label')
      .find((one) => one.text() === name)
  await event('On hold')?.find('input').setValue(false)
  await event('Resumed')?.find('input').setValue(false)
  expect(changes.at(-1)?.webhook?.events).toEqual(['ringing'])
})

it('returns to the stored text if that is typed again before the first change is saved', async () => {
  const { click, wrapper, changes } = await slowWindow({ baseUrl: `${LINE}a` })
  await click('Settings')
  const field = wrapper
    .findAll<HTMLInputElement>('input[inputmode="url"]')
    .find(({ element }) => element.value === `${LINE}a`)
  for (const text of [`${LINE}b`, `${LINE}a`]) {
    await field?.setValue(text)
    await field?.trigger('change')
  }
  expect(changes.map(({ baseUrl }) => baseUrl)).toEqual([`${LINE}b`, `${LINE}a`])
})

it('turns privacy on and off again for two quick clicks', async () => {
  const { click, changes } = await slowWindow()
  await click('Hide numbers and names')
  await click('Hide numbers and names')
  expect(changes.map(({ privacy }) => privacy)).toEqual([true, false])
})

it('starts from what is stored once main has answered', async () => {
  const { click, changes, answer } = await slowWindow()
  await click('Hide numbers and names')
  await answer()
  await click('Hide numbers and names')
  expect(changes.map(({ privacy }) => privacy)).toEqual([true, true])
})

it('leaves what is typed alone when main reports an earlier save', async () => {
  const texts = (text: string) => ({
    copyTemplates: [{ name: 'Number', template: text, format: 'text', key: null } as const],
    outcomeLabels: [text],
  })
  const { click, fake, clock, wrapper, changes } = await slowWindow({}, texts('stored'))
  await click('Settings')
  await wrapper.find('[data-settings=templates] .turn').trigger('click')
  const fields = wrapper.findAll<HTMLTextAreaElement>(
    '[data-settings=templates] textarea, [data-settings=outcomes] textarea',
  )
  for (const text of ['first', 'second', 'third']) {
    for (const field of fields) await field.setValue(text)
    if (text !== 'third') await clock.advance(600)
  }
  expect(changes).toHaveLength(4)
  fake.push('settings', aSettingsView({ ...texts('first'), revision: 2 }))
  await flushPromises()
  expect(fields.map(({ element }) => element.value)).toEqual(['third', 'third'])
})
