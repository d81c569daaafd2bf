// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { SecretKeeping } from '../../core/contract.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'

async function saidAfterSaving(secretKeeping: SecretKeeping): Promise<string> {
  const view = aSettingsView({ secretKeeping })
  const { wrapper, click } = await openWindow(
    fakeCompanion({
      'settings:read': () => view,
      'webhook:secret': () => ({ kind: 'saved', view }),
    }),
  )
  await click('Settings')
  await flushPromises()
  const form = wrapper.find('form.secret')
  await form.find('input').setValue('s3cret')
  await form.trigger('submit')
  await flushPromises()
  return form.text()
}

it.each(['protected', 'plain-text'] as const)(
  'calls a secret saved where it is stored: %s',
  async (keeping) => {
    expect(await saidAfterSaving(keeping)).toContain('Secret saved.')
  },
)

it.each(['waiting', 'unavailable'] as const)('does not call it saved where it isn’t: %s', async (keeping) => {
  const said = await saidAfterSaving(keeping)
  expect(said).not.toContain('Secret saved.')
  expect(said).toContain('can’t be stored while the keychain isn’t available')
})
