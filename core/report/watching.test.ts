import { describe, expect, it } from 'vitest'
import { seenCall } from '../testing/seen.ts'
import { openJournal } from '../history/open-journal.ts'
import { isSameRing } from './same-ring.ts'
import { temporaryFile } from '../history/testing/temporary-file.ts'
import { createWatcher } from '../history/testing/watcher.ts'

const NOW = 1_790_000_000_000
const second = (count: number): number => NOW + count * 1_000
const open = (path = ':memory:', now = NOW) =>
  openJournal({ path, now: () => now, log: (line) => expect.fail(line) }).journal

describe('the ring ledger', () => {
  it('has a row for each ring of a call', () => {
    const journal = open()
    const watcher = createWatcher()
    for (const [at, calls] of [
      [0, [seenCall()]],
      [5, []],
      [10, [seenCall()]],
      [15, [seenCall({ phase: 'talking', answered: true })]],
      [20, [seenCall()]],
    ] as const)
      journal.record(watcher.see(calls, second(at)), second(at))
    expect(journal.ringOf('SIPSIP2/a1')).toMatchObject({
      ringId: 'SIPSIP2/a1#3',
      number: 3,
      beganAt: second(20),
      pollAnsweredAt: second(20),
    })
    expect(journal.watchingReport(NOW, second(60)).rings).toBe(3)
  })

  it('knows after a restart that an alert was requested, so that a ring alerts once', () => {
    const { path, remove } = temporaryFile()
    let journal = open(path)
    journal.record(createWatcher().see([seenCall()], NOW), NOW)
    expect(journal.wasAlerted('SIPSIP2/a1')).toBe(false)
    journal.noteRing('SIPSIP2/a1#1', { requestedAt: second(1) })
    journal.close()
    journal = open(path, second(4))
    const watcher = createWatcher()
    const change = watcher.see([seenCall()], second(5))
    expect(change.events.map(({ type }) => type)).toEqual(['ringing'])
    journal.record(change, second(5))
    expect(journal.wasAlerted('SIPSIP2/a1')).toBe(true)
    journal.record(watcher.see([], second(10)), second(10))
    journal.record(watcher.see([seenCall()], second(15)), second(15))
    expect(journal.wasAlerted('SIPSIP2/a1')).toBe(false)
    journal.close()
    remove()
  })

  it('treats a call that rings again after a restart as a new ring when it can’t be the old one', () => {
    const { path, remove } = temporaryFile()
    const ringSince = (at: number) => [seenCall({ startedApiSeconds: at / 1000 })]
    let journal = open(path)
    journal.record(createWatcher().see(ringSince(second(-1)), NOW), NOW)
    journal.noteRing('SIPSIP2/a1#1', { requestedAt: NOW })
    journal.close()
    journal = open(path, second(20))
    journal.record(createWatcher().see(ringSince(second(15)), second(20)), second(20))
    expect(journal.ringOf('SIPSIP2/a1')).toMatchObject({ number: 2, beganAt: second(15), requestedAt: null })
    expect(journal.call('SIPSIP2/a1')?.parts).toEqual([
      { kind: 'rang', from: second(-1), to: NOW },
      { kind: 'rang', from: second(15), to: null },
    ])
    journal.close()
    remove()
  })

  it('recognises a ring by its stamp: shown again after it was over, it isn’t a new one', () => {
    const journal = open()
    const watcher = createWatcher()
    const ringing = [seenCall({ startedApiSeconds: second(-1) / 1000 })]
    for (const [at, calls] of [
      [0, ringing],
      [5, []],
      [10, ringing],
    ] as const)
      journal.record(watcher.see(calls, second(at)), second(at))
    expect(journal.ringOf('SIPSIP2/a1')).toMatchObject({ number: 1, stamp: second(-1) / 1000 })
  })

  it('treats a later stamp as a new ring, however recently the first one was seen', () => {
    const journal = open()
    const watcher = createWatcher()
    const ringSince = (at: number) => [seenCall({ startedApiSeconds: at / 1000 })]
    journal.record(watcher.see(ringSince(second(-15)), NOW), NOW)
    // So recent that, by this computer's clock, it starts with the response that shows it.
    journal.record(watcher.see(ringSince(second(5)), second(5)), second(5))
    expect(journal.ringOf('SIPSIP2/a1')).toMatchObject({ number: 2, stamp: second(5) / 1000 })
  })

  it('adds to a ring what becomes known, and duplicates nothing', () => {
    const journal = open()
    journal.record(createWatcher().see([seenCall()], NOW), NOW)
    journal.noteRing('SIPSIP2/a1#1', { pollSentAt: second(-1), requestedAt: second(1) })
    journal.noteRing('SIPSIP2/a1#1', { outcome: 'shown', outcomeAt: second(2) })
    journal.noteRing('SIPSIP2/a1#1', { withdrawnAt: second(9), reason: '' })
    expect(journal.ringOf('SIPSIP2/a1')).toEqual({
      ringId: 'SIPSIP2/a1#1',
      call: 'SIPSIP2/a1',
      stamp: null,
      number: 1,
      beganAt: NOW,
      pollSentAt: second(-1),
      pollAnsweredAt: NOW,
      requestedAt: second(1),
      outcome: 'shown',
      reason: '',
      outcomeAt: second(2),
      withdrawnAt: second(9),
      rungs: {},
    })
    expect(journal.watchingReport(NOW, second(1)).rings).toBe(1)
  })

  it('keeps apart calls whose ids look like the ids of rings', () => {
    const journal = open()
    const odd = [seenCall({ ivrid: 'a' }), seenCall({ ivrid: 'a#1' }), seenCall({ ivrid: 'b/c#2' })]
    journal.record(createWatcher().see(odd, NOW), NOW)
    journal.noteRing('SIPSIP2/a#1#1', { requestedAt: NOW })
    expect(odd.map(({ key }) => journal.wasAlerted(key))).toEqual([false, true, false])
    expect(journal.ringOf('SIPSIP2/b/c#2')?.ringId).toBe('SIPSIP2/b/c#2#1')
  })

  it('reports how late the alerts were', () => {
    const journal = open()
    for (let count = 1; count <= 20; count++) {
      const ring = { beganAt: second(count), requestedAt: second(count) }
      journal.noteRing(`SIPSIP2/r${count}#1`, { ...ring, outcome: 'shown', outcomeAt: second(count * 2) })
    }
    journal.noteRing('SIPSIP2/no#1', { beganAt: second(3), outcome: 'refused', outcomeAt: second(900) })
    journal.noteRing('SIPSIP2/late#1', { beganAt: second(900), outcome: 'shown', outcomeAt: second(999) })
    expect(journal.watchingReport(NOW, second(600))).toMatchObject({
      rings: 21,
      alerted: 20,
      outcomes: { shown: 20, refused: 1 },
      delays: { p50: 10, p95: 19, worst: 20 },
    })
    expect(journal.watchingReport(second(700), second(800)).delays).toBeNull()
  })
})

describe('isSameRing', () => {
  it.each([
    ['one without a stamp, soon after', 10_000, 10_000, true],
    ['one without a stamp, much later', 300_000, 300_000, false],
    ['one that began before it was last seen', -5_000, 10_000, true],
    ['one that began after it was last seen', 7_000, 10_000, false],
    ['one whose stamp lost its fraction', 1_500, 10_000, true],
    ['the same stamp, much later', -5_000, 300_000, false],
  ])('%s', (_what, began, now, same) => expect(isSameRing(NOW, NOW + began, NOW + now)).toBe(same))
})

describe('blind spots', () => {
  const spots = (journal: ReturnType<typeof open>) =>
    journal
      .watchingReport(NOW - 1e9, NOW + 1e9)
      .blindSpots.map(
        ({ from, to, why }) => `${why} ${(from - NOW) / 1000}-${to === null ? '' : (to - NOW) / 1000}`,
      )

  it('last until the next good response', () => {
    const journal = open()
    const watcher = createWatcher()
    journal.record(watcher.see([], NOW), NOW)
    journal.openBlindSpot(second(5), 'unreachable')
    journal.openBlindSpot(second(6), 'unreachable')
    expect(spots(journal)).toEqual(['unreachable 5-'])
    journal.openBlindSpot(second(60), 'refused')
    expect(spots(journal)).toEqual(['unreachable 5-60', 'refused 60-'])
    journal.record(watcher.see([], second(90)), second(90))
    expect(spots(journal)).toEqual(['unreachable 5-60', 'refused 60-90'])
  })

  it('aren’t ended by a response from before they started', () => {
    const journal = open()
    journal.openBlindSpot(second(5), 'asleep')
    journal.beat({ at: second(7), lastGoodAt: NOW })
    expect(spots(journal)).toEqual(['asleep 5-'])
    journal.beat({ at: second(9), lastGoodAt: second(9) })
    expect(spots(journal)).toEqual(['asleep 5-9'])
  })

  it('include the time in which Ringside wasn’t running', () => {
    const { path, remove } = temporaryFile()
    let journal = open(path)
    expect(spots(journal)).toEqual([])
    journal.record(createWatcher().see([], NOW), NOW)
    journal.beat({ at: second(6), lastGoodAt: second(5) })
    journal.close()
    journal = open(path, second(1_000))
    expect(spots(journal)).toEqual(['not-running 5-'])
    journal.record(createWatcher().see([], second(1_002)), second(1_002))
    expect(spots(journal)).toEqual(['not-running 5-1002'])
    journal.openBlindSpot(second(1_010), 'unreachable')
    journal.beat({ at: second(1_020), lastGoodAt: null })
    journal.close()
    journal = open(path, second(2_000))
    expect(spots(journal).slice(1)).toEqual(['unreachable 1010-1020', 'not-running 1020-'])
    journal.close()
    remove()
  })
})
