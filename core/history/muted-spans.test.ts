import { describe, expect, it } from 'vitest'
import type { MutedSpan as ReportedSpan } from '../recording-guard/guard-state.ts'
import type { SeenCall } from '../domain.ts'
import { seenCall, somePhone } from '../testing/seen.ts'
import { openJournal } from './open-journal.ts'
import { inMemory } from './testing/in-memory.ts'
import { createWatcher } from './testing/watcher.ts'

const NOW = 1_790_000_000_000
const second = (count: number): number => NOW + count * 1_000
const talk = seenCall({ phase: 'talking', answered: true })
const muted: SeenCall = { ...talk, recording: { state: 'muted', fileName: '' } }

function watching() {
  const { journal } = openJournal({ ...inMemory, now: () => NOW, log: (line) => expect.fail(line) })
  let watcher = createWatcher()
  const span = (from: number, change: Partial<ReportedSpan> = {}): ReportedSpan => ({
    ...{ call: talk.key, from: second(from), to: null, by: 'here', endedBy: null },
    ...change,
  })
  return {
    journal,
    restart: () => void (watcher = createWatcher()),
    see(at: number, ...calls: readonly SeenCall[]) {
      journal.record(watcher.see(calls, second(at)), second(at))
    },
    begins: (from: number, by: ReportedSpan['by'] = 'here') => journal.keepMutedSpan(span(from, { by })),
    ends: (from: number, to: number, endedBy: ReportedSpan['endedBy'] = 'here') =>
      journal.keepMutedSpan(span(from, { to: second(to), endedBy })),
    mutes: () =>
      (journal.call(talk.key)?.mutes ?? []).map(
        ({ from, to, by, endedBy }) =>
          `${(from - NOW) / 1000}-${to === null ? '' : (to - NOW) / 1000} ${by}, ${endedBy}`,
      ),
  }
}

describe('muted spans', () => {
  it('are stored from start to end, with who did it, however often they are reported', () => {
    const { see, begins, ends, mutes } = watching()
    see(0, talk)
    see(5, muted)
    expect(begins(5)).toBe(true)
    expect(begins(5)).toBe(true)
    expect(mutes()).toEqual(['5- here, null'])
    see(10, talk)
    ends(5, 10)
    ends(5, 10)
    begins(5) // reported late: it is over
    see(15, muted)
    begins(15, 'elsewhere')
    see(20, talk)
    ends(15, 20, 'elsewhere')
    expect(mutes()).toEqual(['5-10 here, here', '15-20 elsewhere, elsewhere'])
  })

  it('end with their call', () => {
    const { see, begins, ends, mutes } = watching()
    see(0, muted)
    begins(0)
    see(9)
    expect(mutes()).toEqual(['0-9 here, call-ended'])
    ends(0, 9, 'call-ended')
    expect(mutes()).toEqual(['0-9 here, call-ended'])
  })

  it('continue across a restart as the same span, started by the same actor', () => {
    const { see, begins, ends, mutes, restart } = watching()
    see(0, talk)
    see(5, muted)
    begins(5)
    restart()
    see(60, muted)
    begins(60, 'elsewhere')
    see(90, talk)
    ends(60, 90, 'elsewhere')
    expect(mutes()).toEqual(['5-90 here, elsewhere'])
  })

  it('end where the call was last seen when its end wasn’t seen, and show that it is unknown', () => {
    const { see, begins, ends, mutes, restart, journal } = watching()
    see(0, muted)
    begins(0)
    journal.beat({ at: second(8), lastGoodAt: second(8) })
    restart()
    see(600)
    expect(mutes()).toEqual(['0-8 here, null'])
    ends(0, 600, 'call-ended')
    expect(mutes()).toEqual(['0-8 here, null'])
  })

  it('move with the clock of this computer', () => {
    const { see, begins, ends, mutes } = watching()
    see(0, muted)
    begins(0)
    see(3_610, talk)
    ends(3_600, 3_610)
    expect(mutes()).toEqual(['3600-3610 here, here'])
  })

  it('are stored when only their end is reported, and never for a call that isn’t stored', () => {
    const { see, ends, mutes, journal } = watching()
    expect(ends(0, 5)).toBe(false)
    see(0, muted)
    see(5, talk)
    expect(ends(0, 5)).toBe(true)
    expect(mutes()).toEqual(['0-5 here, here'])
    journal.forgetCaller(somePhone)
    expect(mutes()).toEqual([])
  })

  it('accept fractions of a millisecond', () => {
    const { see, journal, mutes } = watching()
    see(0, muted)
    const span = { call: talk.key, from: NOW + 0.4, by: 'here', endedBy: null } as const
    journal.keepMutedSpan({ ...span, to: null })
    journal.keepMutedSpan({ ...span, to: second(5) + 0.3, endedBy: 'here' })
    expect(mutes()).toEqual(['0-5 here, here'])
  })
})
