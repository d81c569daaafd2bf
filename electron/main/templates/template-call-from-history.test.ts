import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Call, SeenCall } from '../../../core/domain.ts'
import { namedCustomKeys } from '../../../core/crm/named-custom-keys.ts'
import { createWatcher } from '../../../core/history/testing/watcher.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import { inMemory } from '../../../core/history/testing/in-memory.ts'
import { plainValue } from '../../../core/templates/plain-value.ts'
import { FIELDS, type Hole } from '../../../core/templates/template.ts'
import { eventCall } from '../../../core/templates/template-call.ts'
import { seenCall } from '../../../core/testing/seen.ts'
import { templateCallFromHistory, missedTemplateCall } from './template-call-from-history.ts'
import { missedFromHistory } from '../companion/missed-list.ts'
import { missed, sampleCall } from '../testing/sample-call.ts'

const stored = (changes: Parameters<typeof sampleCall>[0]) => {
  const { journal } = openJournal({ ...inMemory, now: () => 0, log: (line) => expect.fail(line) })
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

it('returns what is stored about a call for a template', () => {
  const call = stored({ name: 'Sales' })
  expect(templateCallFromHistory(call)).toMatchObject({
    extension: 'SIPSIP2',
    ivrid: call.ivrid,
    name: 'Sales',
    phone: call.phone,
    status: 'missed',
    durationSeconds: null,
    waitedSeconds: null,
  })
})

it('returns the known recording state', () => {
  const call = stored({})
  expect(templateCallFromHistory(call).recording).toBe('recorded')
  const unknownRecording = stored({ recording: { state: 'unknown', fileName: '' } })
  expect(templateCallFromHistory(unknownRecording).recording).toBe('unknown')
  expect(templateCallFromHistory({ ...unknownRecording, recordingFile: 'a.mp3' }).recording).toBe('recorded')
  expect(
    templateCallFromHistory({ ...unknownRecording, recordingFile: 'a.mp3', muted: true }).recording,
  ).toBe('muted')
})

it('works with what the list of missed calls knows', () => {
  const call = stored({})
  expect(missedTemplateCall(missedFromHistory(call))).toMatchObject({
    extension: 'SIPSIP2',
    status: 'missed',
  })
})

describe('a call that is over', () => {
  const KEYS = ['order', 'case id', 'tier']
  const HOLES: readonly Hole[] = [
    ...FIELDS.map((field) => ({ kind: 'field', field }) as const),
    ...KEYS.map((key) => ({ kind: 'customdata', key }) as const),
  ]
  const START = 1_790_000_000_000
  const aText = fc.string({ unit: 'grapheme', maxLength: 12 })
  /** Rings first, as calls do. */
  const ringsFirst = <S extends { readonly phase: string }>(steps: readonly S[]): readonly S[] =>
    steps.toSorted((one, other) => Number(other.phase === 'ringing') - Number(one.phase === 'ringing'))
  const aStep = fc.record({
    phase: fc.constantFrom('ringing', 'talking', 'held'),
    gapMs: fc.integer({ min: 1, max: 20_000 }),
    muted: fc.boolean(),
    customData: fc.dictionary(fc.constantFrom(...KEYS, 'secret'), aText, { maxKeys: 4 }),
    waited: fc.boolean(),
  })

  it('returns the same as when it ended, and no unused custom data', () => {
    fc.assert(
      fc.property(
        fc.array(aStep, { minLength: 1, maxLength: 6 }),
        aText,
        fc.nat(900),
        (steps, queue, wait) => {
          const customKeys = () =>
            namedCustomKeys(
              KEYS.map((key) => ({ template: `{customdata.${key}}` })),
              [],
            )
          const log = (line: string) => expect.fail(line)
          const { journal } = openJournal({ ...inMemory, now: () => START, log, customKeys })
          const watcher = createWatcher()
          let at = START
          let waited: Pick<Call, 'waited'> = {}
          const observe = (calls: readonly SeenCall[]) => {
            const change = watcher.see(calls, at)
            const known = (call: Call): Call => ({ ...call, ...waited })
            const events = change.events.map((event) => ({ ...event, call: known(event.call) }))
            const now = { state: { ...change.state, calls: change.state.calls.map(known) }, events }
            journal.record(now, at)
            return now
          }
          for (const { phase, gapMs, muted, customData, ...step } of ringsFirst(steps)) {
            if (step.waited) waited = { waited: { queue, seconds: wait } }
            const recording = { state: muted ? 'muted' : 'recorded', fileName: '' } as const
            observe([seenCall({ phase, answered: phase !== 'ringing', customData, recording })])
            at += gapMs
          }
          const event = observe([]).events.find(({ type }) => type === 'ended')!
          const live = eventCall(event, 'User 2')
          const stored = templateCallFromHistory(journal.call(event.call.key)!)
          const wasMuted = steps.some(({ muted }) => muted)
          for (const hole of HOLES) {
            const value = plainValue(hole, live)
            // A recording that was muted for a while is incomplete, whatever its final state.
            const isRecording = hole.kind === 'field' && hole.field === 'recording'
            if (isRecording && wasMuted) expect(plainValue(hole, stored)).toBe('muted')
            else if (value !== '') expect([hole, plainValue(hole, stored)]).toEqual([hole, value])
          }
          expect(Object.keys(stored.customData)).not.toContain('secret')
          journal.close()
        },
      ),
    )
  })
})
