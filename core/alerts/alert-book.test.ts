import { describe, expect, it } from 'vitest'
import { initialBelief } from '../clock/api-clock.ts'
import { updateCall } from '../session/update-call.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { seenCall } from '../testing/seen.ts'
import { en } from '../words/en.ts'
import { EMPTY_ALERT_BOOK, MAX_ALERTS_PER_MINUTE, stepAlertBook } from './alert-book.ts'

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
