import { describe, expect, it } from 'vitest'
import { seenCall } from '../testing/seen.ts'
import { useZone } from '../testing/use-zone.ts'
import { dayOf } from '../words/day-text.ts'
import { openJournal } from '../history/open-journal.ts'
import { inMemory } from '../history/testing/in-memory.ts'
import { filledJournal, MINUTE, NOW } from '../history/testing/filled-journal.ts'
import { createWatcher } from '../history/testing/watcher.ts'

const TO = NOW + 600 * MINUTE
const talking = { phase: 'talking', answered: true } as const

/** A journal that saw these responses, each at its time. */
function seen(
  ...responses: readonly (readonly [number, Parameters<ReturnType<typeof createWatcher>['see']>[0]])[]
) {
  const { journal } = openJournal({ ...inMemory, now: () => NOW, log: (line) => expect.fail(line) })
  const watcher = createWatcher()
  for (const [at, calls] of responses) journal.record(watcher.see(calls, at), at)
  return journal
}

describe('the spans of a day', () => {
  it('are none on a day without calls', () => {
    const { journal } = filledJournal()
    expect(journal.daySpans(dayOf(NOW), TO)).toEqual({ calls: 0, missed: 0, spans: [] })
  })

  it('are what the phone did: it rang, and somebody talked; a ring that nobody answered is missed', () => {
    const { journal, call } = filledJournal()
    call({}, { talked: 30 })
    call({})
    expect(journal.daySpans(dayOf(NOW), TO)).toEqual({
      calls: 2,
      missed: 1,
      spans: [
        { kind: 'rang', from: NOW, to: NOW + 5_000 },
        { kind: 'talked', from: NOW + 5_000, to: NOW + 35_000 },
        { kind: 'missed', from: NOW + MINUTE, to: NOW + MINUTE + 5_000 },
      ],
    })
  })

  it('leave out when a recording was muted: the call is there already', () => {
    const { journal, call } = filledJournal()
    call({}, { talked: 30, muted: true })
    expect(journal.daySpans(dayOf(NOW), TO).spans.map(({ kind }) => kind)).toEqual(['rang', 'talked'])
  })

  it('overlap where calls do: one rings while another is on hold', () => {
    const [first, second] = [seenCall({ ...talking, ivrid: 'one' }), seenCall({ ivrid: 'two' })]
    const journal = seen(
      [NOW, [first]],
      [NOW + 10_000, [{ ...first, phase: 'held' }, second]],
      [
        NOW + 20_000,
        [
          { ...first, phase: 'held' },
          { ...second, ...talking },
        ],
      ],
      [NOW + 30_000, []],
    )
    expect(journal.daySpans(dayOf(NOW), TO).spans).toEqual([
      { kind: 'talked', from: NOW, to: NOW + 10_000 },
      { kind: 'held', from: NOW + 10_000, to: NOW + 30_000 },
      { kind: 'rang', from: NOW + 10_000, to: NOW + 20_000 },
      { kind: 'talked', from: NOW + 20_000, to: NOW + 30_000 },
    ])
  })

  it('last until now where a call does', () => {
    const journal = seen([NOW, [seenCall(talking)]])
    expect(journal.daySpans(dayOf(NOW), NOW + MINUTE).spans).toEqual([
      { kind: 'talked', from: NOW, to: NOW + MINUTE },
    ])
  })

  it('are cut at midnight, and count a call on both days', () => {
    const midnight = dayOf(NOW)
    const call = seenCall(talking)
    const journal = seen([midnight - MINUTE, [call]], [midnight + MINUTE, []])
    expect(journal.daySpans(midnight, NOW)).toEqual({
      calls: 1,
      missed: 0,
      spans: [{ kind: 'talked', from: midnight, to: midnight + MINUTE }],
    })
    expect(journal.daySpans(dayOf(NOW, 1), midnight - 1)).toMatchObject({ calls: 1 })
  })

  it('are none of a call that ended at midnight', () => {
    const midnight = dayOf(NOW)
    const call = seenCall(talking)
    const journal = seen([midnight - MINUTE, [call]], [midnight, []])
    expect(journal.daySpans(midnight, NOW)).toEqual({ calls: 0, missed: 0, spans: [] })
  })

  it('are read in a few milliseconds on a day of 500 calls', () => {
    const { journal, call } = filledJournal()
    for (let index = 0; index < 500; index++) call({}, { talked: index % 3 === 0 ? 0 : 20 })
    const before = performance.now()
    const { calls, missed, spans } = journal.daySpans(dayOf(NOW), TO)
    expect(performance.now() - before).toBeLessThan(500) // for a busy machine
    expect([calls, missed, spans.length]).toEqual([500, 167, 833])
  })
})

describe.each([
  ['Asia/Jerusalem', '2026-03-27T12:00+03:00', 23],
  ['Asia/Jerusalem', '2026-10-25T12:00+02:00', 25],
])('on a day on which clocks change, in %s', (zone, noon, hours) => {
  useZone(zone)
  it('are those from midnight to midnight', () => {
    const from = dayOf(Date.parse(noon))
    const last = from + hours * 60 * MINUTE - 2 * MINUTE
    const call = (ivrid: string) => seenCall({ ...talking, ivrid })
    const journal = seen(
      [from - MINUTE, [call('before')]],
      [from, []],
      [last, [call('last')]],
      [last + MINUTE, []],
    )
    const tomorrow = dayOf(last, -1)
    expect(tomorrow - from).toBe(hours * 60 * MINUTE)
    expect(journal.daySpans(from, tomorrow).spans).toEqual([
      { kind: 'talked', from: last, to: last + MINUTE },
    ])
  })
})
