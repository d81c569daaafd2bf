// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TeamView } from '../../core/contract.ts'
import type { TeamRow } from '../../core/surroundings.ts'
import { useZone } from '../../core/testing/use-zone.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { typeInto } from '../testing/history-rows.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aSettingsView, aTeam, aTeamRow, NOW, PHONE } from '../testing/samples.ts'

useZone('Asia/Jerusalem')

let open: OpenWindow | null = null

const TAIL = 'Alexandra of the northern sales team '.repeat(3).trim()
const SOME: readonly TeamRow[] = [
  aTeamRow('SIPSIP1', { person: 'Gil Shani', onlineUserId: 0, status: { word: 'logout', number: 2 } }),
  aTeamRow('SIPSIP2', { person: 'Tal Peretz', status: { word: 'lunch', number: 3 } }),
  aTeamRow('SIPSIP3', { person: 'Noa Cohen' }),
  aTeamRow('SIPSIP4', {
    person: 'Yael Mor',
    phase: 'ringing',
    since: NOW - 4000,
    caller: { phone: PHONE, name: 'Brightwater', direction: 'incoming' },
    calls: 1,
  }),
  aTeamRow('SIPSIP5', { person: TAIL, phase: 'talking', since: NOW - 500_000, calls: 2 }),
]

const withTeam = (rows: readonly TeamRow[] = SOME, changes: Partial<TeamView> = {}): FakeCompanion =>
  fakeCompanion({
    'settings:read': () => aSettingsView({}, { wideView: true }),
    'team:read': () => aTeam(rows, changes),
  })

async function opened(companion: FakeCompanion): Promise<OpenWindow> {
  open = await openWindow(companion)
  await open.click('Team')
  return open
}

const rows = (): string[] =>
  [...document.querySelectorAll('.colleague')].map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim())

// This page has no layout: use a view with room for all of them.
beforeEach(() => void vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600))
afterEach(() => void vi.restoreAllMocks())

describe('the team', () => {
  it('shows what everyone is doing, the most pressing first, and leaves out those logged out', async () => {
    const { wrapper } = await opened(withTeam())
    expect(wrapper.find('header').text()).toContain('5 extensions · 1 talking · 1 ringing')
    expect(rows()).toEqual([
      expect.stringMatching(/^Yael Mor ?Ringing · .072-277-6772. ?0:04$/),
      expect.stringMatching(/Talking · 1 more call ?8:20$/),
      expect.stringMatching(/^Noa Cohen ?Free · since at least 12:21 ?SIPSIP3$/),
      expect.stringMatching(/^Tal Peretz ?Lunch · since at least 12:21 ?SIPSIP2$/),
    ])
  })

  it('shows those logged out on request', async () => {
    const { wrapper } = await opened(withTeam())
    await wrapper.find('select').setValue('everyone')
    expect(rows().at(-1)).toMatch(/^Gil Shani ?Nobody logged in/)
  })

  it('is filtered by text and by status, and shows when nobody matches', async () => {
    const { wrapper, click } = await opened(withTeam())
    await wrapper.find('select').setValue('free')
    expect(rows()).toHaveLength(1)
    await wrapper.find('select').setValue('all')
    await typeInto('[type=search]', 'gil')
    expect(wrapper.text()).toContain('No matches')
    expect(wrapper.text()).toContain('1 person is hidden because they are logged out.')
    await click('Show everyone')
    expect(rows()).toHaveLength(5)
  })

  it('opens a row for the full name and what is known of the caller', async () => {
    await opened(withTeam())
    document.querySelector<HTMLButtonElement>('.turn')?.click()
    await flushPromises()
    expect(rows()[0]).toMatch(
      /Extension ?SIPSIP4 ?Status ?Logged in ?Caller ?072-277-6772 ?Name ?Brightwater/,
    )
    expect(rows()[1]).toContain(TAIL)
  })

  it('copies the extension and the number of an opened row, with only the keyboard', async () => {
    const companion = withTeam()
    const { click } = await opened(companion)
    document.querySelector<HTMLButtonElement>('.turn')?.click()
    await flushPromises()
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('.detail button')]
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, 0])
    await click('Copy extension')
    await click('Copy number')
    expect(companion.asked).toContainEqual(['team:copy', 'SIPSIP4', 'extension'])
    expect(companion.asked).toContainEqual(['team:copy', 'SIPSIP4', 'caller'])
  })

  it('has no number to copy if numbers are masked', async () => {
    const companion = fakeCompanion({
      'settings:read': () => aSettingsView({}, { wideView: true, maskTeamNumbers: true }),
      'team:read': () => aTeam(SOME),
    })
    const { wrapper } = await opened(companion)
    document.querySelector<HTMLButtonElement>('.turn')?.click()
    await flushPromises()
    expect(wrapper.find('[aria-label="Copy extension"]').exists()).toBe(true)
    expect(wrapper.find('[aria-label="Copy number"]').exists()).toBe(false)
  })

  it('updates only what changed: the other rows remain the same elements', async () => {
    const companion = withTeam()
    await opened(companion)
    const noa = [...document.querySelectorAll('.colleague')].find((row) => row.textContent.includes('Noa'))
    companion.push('team', {
      revision: 2,
      connection: { kind: 'live' },
      changed: [aTeamRow('SIPSIP2', { person: 'Tal Peretz', phase: 'ringing', since: NOW })],
      gone: ['SIPSIP5'],
      lastGoodAt: NOW,
    })
    await flushPromises()
    expect(rows().map((row) => row.slice(0, 3))).toEqual(['Tal', 'Yae', 'Noa'])
    expect(document.contains(noa ?? null)).toBe(true)
  })

  it('draws only the rows near the view of five thousand', async () => {
    await opened(withTeam(Array.from({ length: 5000 }, (_, index) => aTeamRow(`SIP${index}`))))
    expect(rows().length).toBeLessThan(60)
    expect(document.querySelector('li.row')?.getAttribute('aria-setsize')).toBe('5000')
  })

  it('moves from row to row with the arrow keys', async () => {
    await opened(withTeam())
    const first = document.querySelector<HTMLButtonElement>('.turn')
    first?.focus()
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
    await flushPromises()
    expect(document.activeElement?.closest('[data-call]')?.getAttribute('data-call')).toBe('SIPSIP5')
  })

  it('shows the last known state when access is refused, and stops after half a minute', async () => {
    const { wrapper, clock } = await opened(
      withTeam(SOME, { connection: { kind: 'refused', since: NOW - 1000, why: 'address' } }),
    )
    expect(wrapper.text()).toContain('Voicenter doesn’t allow access to the whole team.')
    await clock.advance(60_000)
    await flushPromises()
    expect(rows()[0]).toContain('0:33')
  })

  it('survives names that hide, reorder or never end', async () => {
    const names = ['<b>bold</b>', '\u202eevil', 'x'.repeat(10_000), '']
    await opened(withTeam(names.map((person, index) => aTeamRow(`SIP${index}`, { person }))))
    expect(document.querySelector('.colleague b')).toBeNull()
    expect(rows().join()).not.toContain('\u202e')
    expect(rows().join()).toContain('No name')
    expect(Math.max(...rows().map((row) => row.length))).toBeLessThan(300)
  })
})
