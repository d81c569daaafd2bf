// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { HistoryCall } from '../../core/history/history-call.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { historyOf } from '../testing/history-of.ts'
import { historyRows, turnRow } from '../testing/history-rows.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aStoredCall, NOW } from '../testing/samples.ts'

const recordingUrl = 'https://cpanel.voicenter.co.il/1'
const call = aStoredCall({
  ivrid: '',
  endSeen: false,
  logged: { at: NOW, unseen: true, recordingUrl, queue: 'Sales' },
})

let open: OpenWindow | null = null

async function opened(one: HistoryCall, opens = true): Promise<FakeCompanion> {
  const companion = fakeCompanion({
    'history:read': historyOf([one]),
    'call-log:open-recording': () => opens,
  })
  open = await openWindow(companion)
  await open.click('History')
  await turnRow()
  return companion
}
const row = () => historyRows()[0]?.textContent ?? ''

it('a row from the call log says so, and its queue; it says nothing about an unknown end or an ID that there isn’t', async () => {
  await opened(call)
  expect(row()).toContain('from the call log')
  expect(row()).toContain('the call log added this call at')
  expect(row()).toMatch(/Queue\s*Sales/)
  for (const wrong of ['end unknown', 'End unknown', 'Call ID']) expect(row()).not.toContain(wrong)
})

it('its recording opens in the browser, by the call’s key alone', async () => {
  const companion = await opened(call)
  await open?.click('Open the recording')
  expect(companion.asked).toContainEqual(['call-log:open-recording', call.key])
  expect(row()).toContain('Opened')
  await open?.clock.advance(2_000)
  await flushPromises()
  expect(row()).toContain('Open the recording')
  expect(document.body.innerHTML).not.toContain(recordingUrl)
})

it('a recording that doesn’t open is reported', async () => {
  await opened(call, false)
  await open?.click('Open the recording')
  expect(row()).toContain('The recording couldn’t be opened.')
})

it('a call without a recording has no button', async () => {
  await opened(aStoredCall())
  expect(document.querySelector('[data-recording]')).toBeNull()
})
