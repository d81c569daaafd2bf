// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aState } from '../testing/samples.ts'

let open: OpenWindow | null = null

it('records a problem, shows until when, and where it was saved', async () => {
  const companion = fakeCompanion()
  open = await openWindow(companion)
  await open.click('Settings')
  await open.click('Record a problem')
  expect(companion.asked).toContainEqual(['problem:record'])
  companion.push(
    'state',
    aState({}, { revision: 5, problem: { kind: 'recording', since: 0, until: 900_000 } }),
  )
  await flushPromises()
  expect(open.wrapper.text()).toMatch(/Recording until \d\d:\d\d/)
  await open.click('Stop and save')
  expect(companion.asked).toContainEqual(['problem:stop'])
  companion.push(
    'state',
    aState({}, { revision: 6, problem: { kind: 'idle', file: 'ringside-problem.jsonl' } }),
  )
  await flushPromises()
  expect(open.wrapper.text()).toContain('Saved to Downloads: ringside-problem.jsonl')
})
