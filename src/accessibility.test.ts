// @vitest-environment happy-dom
import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { fakeCompanion } from './testing/fake-companion.ts'
import { openWindow, type OpenWindow } from './testing/open-window.ts'
import { aCall, aMissedCall, aSettingsView, aState } from './testing/samples.ts'

let open: OpenWindow | null = null
afterEach(() => open?.wrapper.unmount())

/** Colours and sizes need a real page; all else can be judged here. */
async function violations(): Promise<string[]> {
  const result = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(result.passes.length).toBeGreaterThan(10)
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}

describe('to assistive technology', () => {
  it('the calls are sound', async () => {
    const calls = [aCall(), aCall({ ivrid: 'b', phase: 'held', recording: { state: 'muted', fileName: '' } })]
    open = await openWindow(
      fakeCompanion({ 'state:read': () => aState({ calls }, { missed: [aMissedCall()] }) }),
    )
    expect(await violations()).toEqual([])
  })

  it('the first run is sound', async () => {
    open = await openWindow(
      fakeCompanion({ 'settings:read': () => aSettingsView({ code: 'none' }, { extension: '' }) }),
    )
    expect(await violations()).toEqual([])
  })

  it('the settings are sound', async () => {
    open = await openWindow(
      fakeCompanion({ 'settings:read': () => aSettingsView({ locked: ['theme', 'zone'] }) }),
    )
    await open.click('Settings')
    expect(await violations()).toEqual([])
  })
})
