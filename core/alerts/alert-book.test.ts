import { describe, expect, it } from 'vitest'
import { initialBelief } from '../clock/api-clock.ts'
import type { Call, CallEvent } from '../domain.ts'
import { updateCall } from '../session/update-call.ts'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts'
import { seenCall } from '../testing/seen.ts'
import { en } from '../words/en.ts'
import { EMPTY_ALERT_BOOK, MAX_ALERTS_PER_MINUTE, stepAlertBook, type AlertStep } from './alert-book.ts'

const NOW = 1_790_000_000_000
const FULL = new Array<number>(MAX_ALERTS_PER_MINUTE).fill(NOW - 1_000)

describe('the limit of alerts', () => {
  const call = updateCall(undefined, seenCall(), NOW, initialBelief('UTC', NOW))
  const ring = (shownAt: (typeof EMPTY_ALERT_BOOK)['shownAt']) =>
    stepAlertBook(
      { ...EMPTY_ALERT_BOOK, shownAt },
      {
        kind: 'calls',
        events: [{ type: 'ringing', at: NOW, call }],
        blind: undefined,
        calls: [call],
        alerted: () => false,
      },
      { settings: DEFAULT_SETTINGS, words: en, pausedUntil: null, now: NOW },
    )

  it('lets a ring through however many queues raised alerts', () => {
    expect(ring({ queues: FULL, recordings: FULL })).toMatchObject({
      withheld: 0,
      commands: [{ do: 'show' }],
    })
  })

  it('withholds and counts a ring after too many rings', () => {
    expect(ring({ calls: FULL })).toMatchObject({ withheld: 1, commands: [] })
  })
})

describe('a pause of the alerts', () => {
  const known = (ivrid: string): Call =>
    updateCall(undefined, seenCall({ ivrid }), NOW, initialBelief('UTC', NOW))
  const ringing = (call: Call): CallEvent => ({ type: 'ringing', at: NOW, call })
  const missed = (call: Call): CallEvent => ({
    type: 'ended',
    at: NOW,
    call,
    outcome: 'missed',
    talkSeconds: 0,
  })
  const [one, two] = [known('1'), known('2')]

  /** What is shown after a pause with these events. */
  function after(
    events: readonly CallEvent[],
    settings: Partial<Settings> = {},
    alerted: readonly string[] = [],
  ): string {
    const circumstances = { settings: { ...DEFAULT_SETTINGS, ...settings }, words: en, now: NOW }
    const paused = { ...circumstances, pausedUntil: NOW + 1 }
    const { book, commands } = events.reduce<AlertStep>(
      (step, event) =>
        stepAlertBook(
          step.book,
          { kind: 'calls', events: [event], calls: [], alerted: (key) => alerted.includes(key) },
          paused,
        ),
      { book: EMPTY_ALERT_BOOK, commands: [], withheld: 0 },
    )
    expect(commands).toEqual([])
    const over = stepAlertBook(book, { kind: 'pause-over' }, { ...circumstances, pausedUntil: null })
    expect(over.book.paused).toEqual(EMPTY_ALERT_BOOK.paused)
    const [shown] = over.commands
    expect(over.commands.length).toBeLessThan(2)
    return shown?.do === 'show' ? `${shown.notification.title} · ${shown.notification.body}` : ''
  }

  it.each([
    ['nothing', [], ''],
    ['one ring', [ringing(one)], '1 call rang · While alerts were paused'],
    [
      'two rings, one missed',
      [ringing(one), ringing(two), missed(two)],
      '2 calls rang, 1 missed · While alerts were paused',
    ],
    ['one that rang twice', [ringing(one), ringing(one)], '1 call rang · While alerts were paused'],
    [
      'one that rang before it and was missed',
      [missed(one)],
      '1 call rang, 1 missed · While alerts were paused',
    ],
  ])('with %s is summed up', (_, events, said) => {
    expect(after(events)).toBe(said)
  })

  it('is summed up as far as alerts are on', () => {
    const events = [ringing(one), missed(one)]
    expect(after(events, { alertOnRing: false })).toBe('1 missed · While alerts were paused')
    expect(after(events, { alertOnMissed: false })).toBe('1 call rang · While alerts were paused')
    expect(after(events, { alertOnRing: false, alertOnMissed: false })).toBe('')
  })

  it('doesn’t count a ring that was alerted before it', () => {
    expect(after([ringing(one)], {}, [one.key])).toBe('')
  })
})
