import { flushPromises } from '@vue/test-utils'
import { fakeCompanion, type FakeCompanion } from './fake-companion.ts'
import { aState } from './samples.ts'

/** A companion whose main sends this state. */
export const showing = (...state: Parameters<typeof aState>): FakeCompanion =>
  fakeCompanion({ 'state:read': () => aState(...state) })

/** Main sends the window a new state. */
export async function push(companion: FakeCompanion, ...state: Parameters<typeof aState>): Promise<void> {
  companion.push('state', aState(...state))
  await flushPromises()
}

/** The text of a live region of the window: that of `status`, or of `alert`. */
export const live = (role: 'status' | 'alert'): string =>
  document.querySelector(`body > div > [role=${role}]`)?.textContent ?? ''
