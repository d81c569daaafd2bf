import { describe, expect, it } from 'vitest'
import { extensionGapMs, nextRequest, steadily, type Situation } from './cadence.ts'

const NOW = 10_000_000

const situation = (change: Partial<Situation> = {}): Situation => ({
  now: NOW,
  floorMs: 5_000,
  limit: 12,
  asked: [],
  recent: [],
  lanes: { extension: { doneAt: NOW, heldUntil: 0 }, queues: { doneAt: NOW, heldUntil: 0 } },
  phases: [],
  status: 'login',
  lastCallAt: null,
  callersWait: false,
  nextBreachAt: null,
  queuesAreWatched: false,
  wideIsWatched: false,
  wideIsUrgent: false,
  wideMayBeNeeded: false,
  ...change,
})

const waitFor = (change: Partial<Situation>): number => nextRequest(situation(change)).waitMs

describe('nextRequest', () => {
  it.each([
    ['free', {}],
    ['ringing', { phases: ['ringing'] }],
    ['talking', { phases: ['talking'] }],
    ['on hold', { phases: ['held'] }],
    ['at lunch', { status: 'lunch' }],
    ['of an unknown status', { status: 'unknown' }],
    ['logged out, after a call a minute ago', { status: 'logout', lastCallAt: NOW - 60_000 }],
  ] satisfies readonly (readonly [string, Partial<Situation>])[])(
    'requests the extension at the full rate if nothing else is wanted, %s',
    (_how, change) => {
      const lanes = { extension: { doneAt: NOW, heldUntil: 0 } }
      expect(nextRequest(situation({ lanes, ...change }))).toEqual({ kind: 'extension', waitMs: 5_000 })
    },
  )

  it('slows down only while nobody is logged in', () => {
    const lanes = { extension: { doneAt: NOW, heldUntil: 0 } }
    expect(waitFor({ lanes, status: 'logout' })).toBe(15_000)
    expect(waitFor({ lanes, status: 'logout', phases: ['ringing'] })).toBe(5_000)
  })

  it('gives queues and team three of twelve requests, and the extension the rest at even intervals', () => {
    const lane = { doneAt: NOW, heldUntil: 0 }
    const lanes = { extension: lane, queues: lane, everyone: lane }
    const watched = situation({ lanes, queuesAreWatched: true, wideIsWatched: true })
    expect(extensionGapMs(watched)).toBe(Math.ceil(60_000 / 9))
    expect(extensionGapMs({ ...watched, limit: 24 })).toBe(5_000)
  })

  it('requests the queues when a caller is about to reach the threshold', () => {
    const lanes = {
      extension: { doneAt: NOW, heldUntil: NOW + 60_000 },
      queues: { doneAt: NOW, heldUntil: 0 },
    }
    expect(nextRequest(situation({ lanes, nextBreachAt: NOW + 12_000 }))).toEqual({
      kind: 'queues',
      waitMs: 12_000,
    })
  })

  it('skips what is held back, and continues with the rest', () => {
    const lanes = {
      extension: { doneAt: NOW, heldUntil: 0 },
      queues: { doneAt: null, heldUntil: NOW + 99_000 },
    }
    expect(nextRequest(situation({ lanes })).kind).toBe('extension')
  })
})

describe('steadily', () => {
  it('requests only the extension, at every interval', () => {
    expect(steadily(situation({ status: 'logout' }))).toEqual({ kind: 'extension', waitMs: 5_000 })
  })
})
