// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { SecretKeeping } from '../../core/contract.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'

async function hintFor(secretKeeping: SecretKeeping, code: 'stored' | 'policy' = 'stored'): Promise<string> {
  const view = aSettingsView({ code, secretKeeping })
  const { wrapper, click } = await openWindow(fakeCompanion({ 'settings:read': () => view }))
  await click('Settings')
  await flushPromises()
  return wrapper.find('form.account').text()
}

it('shows beside a stored code how this computer stores it', async () => {
  expect(await hintFor('protected')).toContain('Stored. Type to replace it.')
  expect(await hintFor('plain-text')).toContain(
    'other users may be able to read: this computer has no keychain',
  )
  expect(await hintFor('unavailable')).toContain('Remembered until you quit')
  expect(await hintFor('waiting')).toContain('it will be stored once the keychain opens')
})

it('leaves that out when the organisation sets the code', async () => {
  expect(await hintFor('plain-text', 'policy')).not.toContain('keychain')
})
