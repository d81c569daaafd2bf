import { describe, expect, it } from 'vitest'
import type { CallerStory } from '../../core/history/caller-story.ts'
import { en } from '../../core/words/en.ts'
import { callerStoryLine } from './caller-story-line.ts'

const NOW = new Date(2026, 2, 2, 10, 31).getTime()
const LAST: NonNullable<CallerStory['last']> = {
  at: new Date(2026, 2, 2, 10, 14).getTime(),
  agent: 'Dana Levi',
  outcome: 'completed',
  talkSeconds: 184,
  note: 'asked for a quote',
  label: '',
}

const lineOf = (story: Partial<CallerStory>, last: Partial<typeof LAST> | null = {}): string => {
  const known = last === null ? null : { ...LAST, ...last }
  const whole = { callsToday: 3, callsInWeek: 0, missedToday: 0, callsEver: 3, last: known, ...story }
  return callerStoryLine(whole, 'Dana Levi', NOW, en)
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll('\u00a0', ' ')
}

describe('callerStoryLine', () => {
  it('shows which call it is today and what the last one was', () => {
    expect(lineOf({})).toBe('3rd call today — last 10:14 with you, 3 min')
  })

  it.each([
    [2, '2nd'],
    [11, '11th'],
    [21, '21st'],
    [23, '23rd'],
    [112, '112th'],
  ])('counts %i as %s', (callsToday, nth) => {
    expect(lineOf({ callsToday }, null)).toBe(`${nth} call today`)
  })

  it.each([
    [{ callsToday: 2, callsInWeek: 5, callsEver: 9 }, '2nd call today, 5 in 7 days'],
    [{ callsToday: 2, callsInWeek: 2, callsEver: 9 }, '2nd call today'],
    [{ callsToday: 1, callsInWeek: 3, callsEver: 9 }, '3rd call in 7 days'],
    [{ callsToday: 1, callsInWeek: 1, callsEver: 9 }, 'First call today, 8 earlier'],
    [{ callsToday: 1, callsInWeek: 2, callsEver: 2, missedToday: 1 }, '2nd call in 7 days, 1 missed'],
  ])('counts %o as %s', (story, said) => {
    expect(lineOf(story, null)).toBe(said)
  })

  it('names another agent, and the day when it was not today', () => {
    const at = new Date(2026, 1, 20, 9, 5).getTime()
    expect(lineOf({ callsToday: 1, callsEver: 4 }, { at, agent: 'Yael Mor', note: '' })).toBe(
      'First call today, 3 earlier — last Feb 20, 09:05 with Yael Mor, 3 min',
    )
  })

  it('shows only the outcome of a call that nobody answered', () => {
    expect(lineOf({ missedToday: 2 }, { outcome: 'missed', talkSeconds: 0, note: '' })).toBe(
      '3rd call today, 2 missed — last 10:14, missed',
    )
    expect(lineOf({}, { outcome: 'unanswered', note: '' })).toBe('3rd call today — last 10:14, not answered')
    expect(lineOf({}, { outcome: 'unknown', note: '' })).toBe('3rd call today — last 10:14, outcome unknown')
  })

  it('leaves out agent and duration if unknown', () => {
    expect(lineOf({}, { agent: '', talkSeconds: 0, note: '', label: 'order taken' })).toBe(
      '3rd call today — last 10:14',
    )
  })
})
