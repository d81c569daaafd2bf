import { expect, it } from 'vitest'
import { openJournal } from '../../core/journal/open-journal.ts'
import { keptTemplateCall, missedTemplateCall } from './kept-template-call.ts'
import { keptMissed } from './kept-missed.ts'
import { missed, sampleCall } from './sample-call.fake.ts'

const kept = (changes: Parameters<typeof sampleCall>[0]) => {
  const { journal } = openJournal({ path: ':memory:', now: () => 0, log: (line) => expect.fail(line) })
  const call = sampleCall(changes)
  const state = {
    agent: null,
    calls: [call],
    connection: { kind: 'live' } as const,
    lastGoodAt: 1,
    clock: null,
  }
  journal.record({ state, events: [] }, 1_000)
  journal.record({ state: { ...state, calls: [] }, events: [missed(call)] }, 9_000)
  return journal.call(call.key)!
}

it('gives a template what is kept of a call', () => {
  const call = kept({ name: 'Sales' })
  expect(keptTemplateCall(call)).toMatchObject({
    extension: 'SIPSIP2',
    ivrid: call.ivrid,
    name: 'Sales',
    phone: call.phone,
    status: 'missed',
    durationSeconds: null,
    waitedSeconds: null,
  })
})

it('says of a recording what is known of it', () => {
  const call = kept({})
  expect(keptTemplateCall({ ...call, recordingFile: '' }).recording).toBe('unknown')
  expect(keptTemplateCall({ ...call, recordingFile: 'a.mp3' }).recording).toBe('recorded')
  expect(keptTemplateCall({ ...call, recordingFile: 'a.mp3', muted: true }).recording).toBe('muted')
})

it('makes do with what the list of missed calls knows', () => {
  const call = kept({})
  expect(missedTemplateCall(keptMissed(call))).toMatchObject({ extension: 'SIPSIP2', status: 'missed' })
})
