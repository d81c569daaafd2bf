import { describe, expect, it } from 'vitest'
import type { Call } from '../domain.ts'
import { seenCall } from '../testing/seen.ts'
import type { WatchChange } from './watch-change.ts'
import { openJournal } from './open-journal.ts'
import { inMemory } from './testing/in-memory.ts'
import { NOW } from './testing/filled-journal.ts'
import { createWatcher } from './testing/watcher.ts'

const YEAR_9999 = Date.UTC(9999, 11, 31, 23, 59, 59)

function open() {
  const lines: string[] = []
  const { journal } = openJournal({ ...inMemory, now: () => NOW, log: (line) => lines.push(line) })
  const ids = () => journal.history({ filter: 'all', limit: 5_000 }).calls.map(({ ivrid }) => ivrid)
  return { journal, lines, ids }
}

/** One step in which the call `strange` is altered, between two ordinary ones. */
function stepWith(change: Partial<Call>): WatchChange {
  const calls = ['first', 'strange', 'last'].map((ivrid) => seenCall({ ivrid }))
  const step = createWatcher().see(calls, NOW)
  const changed = (call: Call): Call => (call.ivrid === 'strange' ? { ...call, ...change } : call)
  return {
    ...step,
    state: { ...step.state, calls: step.state.calls.map(changed) },
    events: step.events.map((event) => ({ ...event, call: changed(event.call) })),
  }
}

describe('a strange call', () => {
  it('is stored when it starts in the same millisecond as a thousand others', () => {
    const { journal, ids } = open()
    const all = Array.from({ length: 2_100 }, (_, index) => seenCall({ ivrid: `c${index}` }))
    journal.record(createWatcher().see(all, NOW), NOW)
    expect(new Set(ids())).toEqual(new Set(all.map(({ ivrid }) => ivrid)))
  })

  it.each([
    ['began in the year 9999', { startedAt: YEAR_9999, phaseSince: YEAR_9999 }],
    ['began before 1970', { startedAt: -1e15, phaseSince: -1e15 }],
    ['was answered in the year 9999', { connected: true, answeredAt: YEAR_9999 }],
    ['is muted since the year 9999', { mutedSince: YEAR_9999 }],
    ['has a stamp beyond every number', { startedApiSeconds: Number.MAX_VALUE }],
    ['has times that are no numbers', { startedAt: NaN, phaseSince: Infinity }],
  ] satisfies readonly (readonly [string, Partial<Call>])[])(
    'that %s is stored, and so are the others',
    (_what, change) => {
      const { journal, lines, ids } = open()
      journal.record(stepWith(change), NOW)
      expect(lines).toEqual([])
      expect(new Set(ids())).toEqual(new Set(['first', 'strange', 'last']))
    },
  )

  it('is logged if it can’t be stored, and the others are stored', () => {
    const { journal, lines, ids } = open()
    // No response can cause this: the types rule it out.
    journal.record(stepWith({ name: {} as unknown as string }), NOW)
    expect(new Set(ids())).toEqual(new Set(['first', 'last']))
    expect(lines).toEqual([expect.stringContaining('one call')])
  })

  it.each([
    ['the year 9999', YEAR_9999],
    ['before 1970', -1e15],
    ['no time', NaN],
  ])('response at %s stores its calls', (_when, at) => {
    const { journal, lines, ids } = open()
    journal.record(createWatcher().see([seenCall({ ivrid: 'a' })], at), at)
    journal.beat({ at, lastGoodAt: at })
    expect(lines).toEqual([])
    expect(ids()).toEqual(['a'])
  })
})
