// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aCall, aPopupView } from '../testing/samples.ts'
import RingPopup from './RingPopup.vue'

it('the popup is held while the pointer or the focus is in it', async () => {
  const companion = fakeCompanion({ 'popup:read': () => aPopupView({ calls: [aCall()] }) })
  document.hasFocus = () => false
  await openWindow(companion, RingPopup)
  const held = () => companion.asked.filter(([channel]) => channel === 'popup:hold').map(([, on]) => on)
  const point = async (type: string) => {
    document.dispatchEvent(new PointerEvent(type))
    await Promise.resolve()
  }
  expect(held()).toEqual([])
  await point('pointermove')
  await point('pointermove')
  await point('pointerleave')
  expect(held()).toEqual([true, false])
  const button = document.querySelector('button')
  button?.focus()
  await Promise.resolve()
  await point('pointermove')
  await point('pointerleave')
  expect(held()).toEqual([true, false, true])
  button?.blur()
  await Promise.resolve()
  expect(held()).toEqual([true, false, true, false])
})
