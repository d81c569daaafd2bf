// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import App from '../App.vue'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aSettingsView, aState } from '../testing/samples.ts'

async function openedAt(url: string): Promise<OpenWindow> {
  const companion = fakeCompanion({ 'state:read': () => aState(), 'settings:read': () => aSettingsView() })
  return openWindow(companion, App, url)
}

const heading = (): string => document.querySelector('header h1, header h2')?.textContent.trim() ?? ''

describe('the view URL', () => {
  it('is in the window’s address', async () => {
    const { click } = await openedAt('')
    expect(location.hash).toBe('')
    await click('Settings')
    expect(location.hash).toBe('#view=settings&under=calls')
    await click('Back to calls')
    expect(location.hash).toBe('')
  })

  it('is where a new page at that address starts', async () => {
    const { click } = await openedAt('#view=settings&under=history')
    expect(heading()).toBe('Settings')
    await click('Back to history')
    expect(heading()).toBe('History')
  })

  it('marks unsaved text, until it is saved or left', async () => {
    const { fill, click } = await openedAt('#view=settings&under=calls')
    await fill('Extension (SIP code)', 'SIPS')
    await flushPromises()
    expect(location.hash).toContain('unsaved')
    await click('Back to calls')
    expect(location.hash).toBe('')
  })
})
