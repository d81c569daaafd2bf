import { describe, expect, it } from 'vitest'
import { seenCall } from '../testing/seen.ts'
import { openJournal } from './open-journal.ts'
import { inMemory } from './testing/in-memory.ts'
import { createWatcher } from './testing/watcher.ts'

const NOW = 1_790_000_000_000
const second = (count: number): number => NOW + count * 1_000

const ring = seenCall()
const talk = seenCall({ phase: 'talking', answered: true })
const hold = seenCall({ phase: 'held', answered: true })
const mutedTalk = seenCall({ ...talk, recording: { state: 'muted', fileName: 'rec.mp3' } })

function memory() {
  const { journal } = openJournal({ ...inMemory, now: () => NOW, log: () => undefined })
  let watcher = createWatcher()
  return {
    journal,
    /** Feeds one response, so many seconds after the start. */
    see(at: number, ...calls: Parameters<typeof watcher.see>[0]) {
      journal.record(watcher.see(calls, second(at)), second(at))
    },
    restart: () => void (watcher = createWatcher()),
    only: () => {
      const { calls } = journal.history({ filter: 'all', limit: 9 })
      expect(calls).toHaveLength(1)
      return calls[0]!
    },
  }
}

const spans = (call: ReturnType<ReturnType<typeof memory>['only']>) =>
  call.parts.map(
    ({ kind, from, to }) => `${kind} ${(from - NOW) / 1000}-${to === null ? '' : (to - NOW) / 1000}`,
  )

describe('recording', () => {
  it('stores who took a call that rang here, and doesn’t count it as missed', () => {
    const { journal } = openJournal({ ...inMemory, now: () => NOW, log: () => undefined })
    const watcher = createWatcher()
    journal.record(watcher.see([ring], NOW), NOW)
    const gone = watcher.see([], second(5))
    const events = gone.events.map((event) =>
      event.type === 'ended' ? { ...event, outcome: 'completed' as const, answeredBy: 'Yael' } : event,
    )
    journal.record({ ...gone, events }, second(5))
    expect(journal.history({ filter: 'all', limit: 9 }).calls).toMatchObject([
      { outcome: 'completed', answeredBy: 'Yael', answeredAt: null, talkSeconds: 0 },
    ])
    expect(journal.history({ filter: 'all', text: 'yael', limit: 9 }).calls).toHaveLength(1)
    expect(journal.missedCalls()).toEqual([])
    expect(journal.callerStory(ring.phone, second(6))?.last?.agent).toBe('Yael')
  })

  it('recognises an older response: its ring isn’t a new one, whichever ring of the call it was', () => {
    const { see, journal } = memory()
    const first = seenCall({ startedApiSeconds: NOW / 1000 })
    const second = seenCall({ startedApiSeconds: NOW / 1000 + 20 })
    see(1, first)
    see(21, second)
    expect(journal.ringOf(first.key)?.number).toBe(2)
    see(30, { ...second, phase: 'talking', answered: true })
    see(35, first)
    expect(journal.ringOf(first.key)?.number).toBe(2)
  })

  it('leaves a completed call completed, though an older response shows it ringing again', () => {
    const { see, only } = memory()
    const stamped = seenCall({ startedApiSeconds: NOW / 1000 })
    see(1, stamped)
    see(9, { ...stamped, phase: 'talking', answered: true, answeredApiSeconds: NOW / 1000 + 8 })
    see(14)
    expect(only().outcome).toBe('completed')
    see(20, stamped)
    see(25)
    expect(only().outcome).toBe('completed')
  })

  it('stores a ring after the end as a separate, missed ring, once two responses show it', () => {
    const { see, only, journal } = memory()
    const stamped = seenCall({ startedApiSeconds: NOW / 1000 })
    see(1, stamped)
    see(9, { ...stamped, phase: 'talking', answered: true, answeredApiSeconds: NOW / 1000 + 8 })
    see(14)
    see(20, stamped)
    expect(journal.ringOf(stamped.key)?.number).toBe(1)
    see(25, stamped)
    see(30, stamped)
    expect(journal.ringOf(stamped.key)?.number).toBe(2)
    see(35)
    expect(only()).toMatchObject({ outcome: 'missed', seen: false })
    expect(journal.missedCalls()).toHaveLength(1)
  })

  it('adds what only a later response says: where the call was transferred from, and what was dialled', () => {
    const { see, only } = memory()
    const did = { kind: 'digits', received: '7000' } as const
    see(1, seenCall({ direction: 'unknown' }))
    see(5, seenCall({ did }))
    see(10, seenCall())
    expect(only()).toMatchObject({ direction: 'incoming', did })
  })

  it('stores a call with its spans, from ring to end', () => {
    const { see, only } = memory()
    see(0)
    see(5, ring)
    see(10, talk)
    see(20, hold)
    see(30, mutedTalk)
    see(40, talk)
    see(50)
    expect(spans(only())).toEqual([
      'rang 5-10',
      'talked 10-20',
      'held 20-30',
      'talked 30-50',
      'recording-muted 30-40',
    ])
    expect(only()).toMatchObject({
      key: 'SIPSIP2/a1',
      agent: 'User 2',
      name: 'Sales line',
      direction: 'incoming',
      startedAt: second(5),
      answeredAt: second(10),
      endedAt: second(50),
      outcome: 'completed',
      endSeen: true,
      ringSeconds: 5,
      talkSeconds: 30,
      holdSeconds: 10,
      unseenAnswer: false,
      muted: true,
      recordingFile: 'rec.mp3',
      seen: true,
    })
  })

  it('reopens the row of a call when it rings again', () => {
    const { see, only, journal } = memory()
    see(0, ring)
    see(5)
    expect(only()).toMatchObject({ outcome: 'missed', seen: false })
    see(10, ring)
    expect(only()).toMatchObject({ outcome: null, endedAt: null })
    see(15, talk)
    see(20)
    expect(spans(only())).toEqual(['rang 0-5', 'rang 10-15', 'talked 15-20'])
    expect(only().outcome).toBe('completed')
    expect(journal.ringOf('SIPSIP2/a1')?.ringId).toBe('SIPSIP2/a1#2')
  })

  it('starts a second ring no earlier than the call was last seen not ringing', () => {
    const { see, only } = memory()
    const stamped = seenCall({ startedApiSeconds: NOW / 1000 })
    see(0, stamped)
    see(5)
    see(600)
    see(605, stamped)
    expect(spans(only())).toEqual(['rang 0-5', 'rang 600-'])
  })

  it('prefers the API’s stamps to the times of the polls', () => {
    const { see, only } = memory()
    see(0)
    see(5, seenCall({ startedApiSeconds: NOW / 1000 + 2 }))
    see(10, seenCall({ ...talk, startedApiSeconds: NOW / 1000 + 2, answeredApiSeconds: NOW / 1000 + 7 }))
    see(15)
    expect(spans(only())).toEqual(['rang 2-7', 'talked 7-15'])
  })

  it('distinguishes talk and hold when both started between two polls', () => {
    const { see, only } = memory()
    see(0, ring)
    see(5, seenCall({ ...hold, answeredApiSeconds: NOW / 1000 + 2 }))
    expect(spans(only())).toEqual(['rang 0-2', 'talked 2-5', 'held 5-'])
  })

  it('marks a call that was connected before it was seen', () => {
    const { see, only } = memory()
    see(0)
    see(5, talk)
    expect(only()).toMatchObject({ unseenAnswer: true, ringSeconds: 0 })
  })

  it('stores an outgoing call that nobody answered', () => {
    const { see, only } = memory()
    see(0, seenCall({ phase: 'dialing', direction: 'outgoing' }))
    see(5)
    expect(only()).toMatchObject({ outcome: 'unanswered', seen: true })
    expect(spans(only())).toEqual(['dialed 0-5'])
  })

  it('changes nothing when a step is repeated', () => {
    const { journal, only } = memory()
    const watcher = createWatcher()
    for (const [at, calls] of [
      [0, [ring]],
      [5, [talk]],
      [10, []],
    ] as const) {
      const change = watcher.see(calls, second(at))
      journal.record(change, second(at))
      const before = only()
      journal.record(change, second(at))
      expect(only()).toEqual(before)
    }
    expect(spans(only())).toEqual(['rang 0-5', 'talked 5-10'])
  })

  it('ends a call that was gone after a restart at the last time it was seen, and marks it', () => {
    const { see, restart, only, journal } = memory()
    see(0, talk)
    see(5, hold)
    journal.beat({ at: second(9), lastGoodAt: second(8) })
    restart()
    see(60)
    expect(only()).toMatchObject({ endSeen: false, endedAt: second(8), outcome: 'completed' })
    expect(spans(only())).toEqual(['talked 0-5', 'held 5-8'])
  })

  it('doesn’t mark a ring as missed when its end wasn’t seen', () => {
    const { see, restart, only, journal } = memory()
    see(0, ring)
    restart()
    see(60)
    expect(only()).toMatchObject({ endSeen: false, outcome: 'unknown' })
    expect(journal.missedCalls()).toEqual([])
  })

  it('continues a call that is still there after a restart', () => {
    const { see, restart, only } = memory()
    see(0, ring)
    see(5, talk)
    restart()
    see(20, talk)
    see(25)
    expect(spans(only())).toEqual(['rang 0-5', 'talked 5-25'])
    expect(only()).toMatchObject({
      endSeen: true,
      startedAt: NOW,
      answeredAt: second(5),
      unseenAnswer: false,
    })
  })

  it('ends the watched calls when another extension is watched', () => {
    const { see, only, journal } = memory()
    see(0, talk)
    see(5, hold)
    journal.record(createWatcher('SIPSIP9').see([], second(50)), second(50))
    expect(only()).toMatchObject({ endSeen: false, endedAt: second(5) })
  })

  it('stores a call that ended in a blind span as last seen before it, with its end unseen', () => {
    const { journal } = openJournal({ ...inMemory, now: () => NOW, log: (line) => expect.fail(line) })
    const watcher = createWatcher()
    const talks = seenCall({ ivrid: 'b', phase: 'talking', answered: true })
    journal.record(watcher.see([ring, talks], NOW), NOW)
    const gone = { ...watcher.see([], second(300)), blind: { from: second(5), to: second(300) } }
    journal.record(gone, second(300))
    journal.record(gone, second(300))
    const { calls } = journal.history({ filter: 'all', limit: 9 })
    const of = (ivrid: string) => calls.find((call) => call.ivrid === ivrid)!
    expect(of('a1')).toMatchObject({ endSeen: false, endedAt: second(5), outcome: 'missed', ringSeconds: 5 })
    expect(of('b')).toMatchObject({
      endSeen: false,
      endedAt: second(5),
      outcome: 'completed',
      talkSeconds: 5,
    })
    // It is reported as missed, so it needs attention.
    expect(journal.missedCalls().map(({ ivrid }) => ivrid)).toEqual(['a1'])
  })

  it('ends nothing before it was first seen, whatever the clock was when watching went blind', () => {
    const { journal } = openJournal({ ...inMemory, now: () => NOW, log: (line) => expect.fail(line) })
    const watcher = createWatcher()
    journal.record(watcher.see([ring], NOW), NOW)
    const blind = { from: second(-3_600), to: second(60) }
    journal.record({ ...watcher.see([], second(60)), blind }, second(60))
    expect(journal.call('SIPSIP2/a1')).toMatchObject({ endSeen: false, endedAt: NOW, ringSeconds: 0 })
  })

  it('accepts times with fractions of a millisecond', () => {
    const { journal } = openJournal({ ...inMemory, now: () => NOW, log: (line) => expect.fail(line) })
    const watcher = createWatcher()
    const odd = (count: number) => second(count) + 0.4
    for (const [at, call] of [ring, talk, mutedTalk, hold].entries())
      journal.record(
        watcher.see([{ ...call, startedApiSeconds: NOW / 1000 + 0.25 }], odd(at * 5)),
        odd(at * 5),
      )
    const [lost] = watcher.see([], odd(90)).events
    journal.record(
      { ...watcher.see([], odd(95)), events: [lost!], blind: { from: odd(15), to: odd(90) } },
      odd(95),
    )
    journal.noteRing('SIPSIP2/a1#1', {
      requestedAt: odd(1),
      outcome: 'shown',
      outcomeAt: odd(2),
      withdrawnAt: odd(5),
    })
    journal.openBlindSpot(odd(100), 'asleep')
    journal.closeBlindSpot(odd(160))
    journal.beat({ at: odd(170), lastGoodAt: odd(165) })
    expect(journal.call('SIPSIP2/a1')).toMatchObject({ endedAt: second(15), endSeen: false })
    expect(journal.ringOf('SIPSIP2/a1')).toMatchObject({ requestedAt: second(1), withdrawnAt: second(5) })
    expect(journal.watchingReport(NOW, second(900)).blindSpots).toEqual([
      { from: second(100), to: second(160), why: 'asleep' },
    ])
  })

  it('corrects when a call started once the account’s clock is read correctly', () => {
    const { see, only } = memory()
    see(
      0,
      seenCall({ ...talk, startedApiSeconds: NOW / 1000 - 7_300, answeredApiSeconds: NOW / 1000 - 7_280 }),
    )
    see(5, seenCall({ ...talk, startedApiSeconds: NOW / 1000 - 100, answeredApiSeconds: NOW / 1000 - 80 }))
    see(10)
    expect(only()).toMatchObject({ startedAt: second(-100), answeredAt: second(-80), talkSeconds: 90 })
  })

  it('adds a name that arrives later, and doesn’t lose it again', () => {
    const { see, only, journal } = memory()
    see(0, seenCall({ name: '' }))
    see(5, seenCall({ name: 'Dana' }))
    see(10, seenCall({ ...talk, name: '' }))
    expect(only().name).toBe('Dana')
    expect(journal.history({ filter: 'all', text: 'dana', limit: 9 }).calls).toHaveLength(1)
  })

  it('stores nothing from a failed request', () => {
    const { see, only, journal } = memory()
    see(0, ring)
    const stale = createWatcher().see([], second(5))
    const failed = { kind: 'unreachable', why: 'dns' } as const
    journal.record(
      { events: [], state: { ...stale.state, connection: { kind: 'stale', since: NOW, failure: failed } } },
      second(5),
    )
    expect(only().endedAt).toBeNull()
  })
})
