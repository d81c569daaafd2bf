// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'

const NAV = 'nav.parts'
const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>(`${NAV} a`)]
const opener = (): HTMLButtonElement => document.querySelector<HTMLButtonElement>(`${NAV} button`)!
const headings = (): (string | null)[] =>
  [...document.querySelectorAll('main section h2')].map(({ textContent }) => textContent)

async function opened(companion = fakeCompanion()): Promise<OpenWindow> {
  const open = await openWindow(companion)
  await open.click('Settings')
  opener().click()
  await flushPromises()
  return open
}

async function jump(name: string): Promise<void> {
  links()
    .find(({ textContent }) => textContent === name)
    ?.click()
  await flushPromises()
}

describe('the sections of the settings', () => {
  it('are all listed, in their order on the page', async () => {
    await opened()
    expect(links().map(({ textContent }) => textContent)).toEqual(headings())
    expect(headings().length).toBeGreaterThan(10)
  })

  it('focus the chosen heading, show it as the current section, and close the list', async () => {
    await opened()
    await jump('Copy templates')
    expect(document.activeElement?.textContent).toBe('Copy templates')
    expect(links()).toEqual([])
    expect(opener().getAttribute('aria-label')).toBe(
      'Jump to another section. Current section: Copy templates',
    )
    opener().click()
    await flushPromises()
    expect(
      links().filter((one) => one.ariaCurrent === 'location' || one.hasAttribute('aria-current')),
    ).toEqual([links().find(({ textContent }) => textContent === 'Copy templates')])
  })

  it('leave the window’s address unchanged', async () => {
    await opened()
    const before = location.hash
    await jump('Diagnostics')
    expect(location.hash).toBe(before)
  })

  it('follow the scroll position, and the language', async () => {
    const companion = fakeCompanion()
    await opened(companion)
    document.querySelectorAll('main section h2').forEach((heading, index) => {
      heading.getBoundingClientRect = () => new DOMRect(0, index * 300 - 650, 100, 20)
    })
    document.querySelector('main .scroller')?.dispatchEvent(new Event('scroll'))
    await flushPromises()
    expect(opener().textContent).toContain(headings()[2])
    companion.push('settings', aSettingsView({ revision: 2 }, { language: 'he' }))
    await expect.poll(() => opener().textContent).toContain('פרטיות')
  })
})
