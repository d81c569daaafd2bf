// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { CallLogView } from '../../core/call-log/call-log-view.ts'
import { en } from '../../core/words/en.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aState, NOW } from '../testing/samples.ts'
import { callLogStatus } from './call-log-status.ts'

const view = (changes: Partial<CallLogView> = {}): CallLogView => ({
  state: 'idle',
  lastReadAt: NOW - 600_000,
  nextAt: NOW + 3_600_000,
  problem: null,
  ...changes,
})
const said = (changes: Partial<CallLogView>) => callLogStatus(view(changes), NOW, en).join(' ')
const failed = { kind: 'failed', failure: { kind: 'limited', retryAfterMs: null } } as const

let open: OpenWindow | null = null

async function opened(callLog: CallLogView): Promise<FakeCompanion> {
  const companion = fakeCompanion({ 'state:read': () => aState({}, { callLog }) })
  open = await openWindow(companion)
  await open.click('Settings')
  return companion
}

it('says when the call log was read, and when it is read next', () => {
  expect(said({})).toMatch(/^Last read at \d\d:\d\d\. Next at about \d\d:\d\d\.$/)
  expect(said({ lastReadAt: null, nextAt: null })).toBe('Not read yet.')
  expect(said({ state: 'reading' })).toMatch(/^Last read at \d\d:\d\d\. Reading the call log…$/)
})

it('says why it can’t be read', () => {
  expect(said({ state: 'off' })).toBe('')
  expect(said({ state: 'no-address' })).toContain('Allow it under Account.')
  const next = / Voicenter is limiting requests for the call log\. Next at about \d\d:\d\d\.$/
  expect(said({ state: 'waiting', problem: failed })).toMatch(next)
})

it('says how many records couldn’t be used, and not which odd details did no harm', () => {
  const records = (...of: readonly (readonly ['no-time' | 'future' | 'other-zone' | 'missing', number])[]) =>
    said({ problem: { kind: 'records', records: of.map(([what, count]) => ({ what, count })) } })
  expect(records(['no-time', 2], ['future', 1])).toContain('3 records couldn’t be read.')
  expect(records(['missing', 9])).toContain('Part of the call log’s response was missing.')
  expect(records(['other-zone', 9])).toMatch(/^Last read at \d\d:\d\d\. Next at about \d\d:\d\d\.$/)
})

it('reads it on request, unless it is being read', async () => {
  const companion = await opened(view())
  await open?.click('Read now')
  expect(companion.asked).toContainEqual(['call-log:read-now'])
  companion.push('state', aState({}, { revision: 2, callLog: view({ state: 'reading' }) }))
  await flushPromises()
  expect(open?.button('Read now').disabled).toBe(true)
})

it('shows nothing while it is switched off', async () => {
  await opened(view({ state: 'off' }))
  expect(document.querySelector('[data-read-now]')).toBeNull()
})
