import { describe, expect, it } from 'vitest'
import type { CallerStory } from '../../core/history/caller-story.ts'
import { en } from '../../core/words/en.ts'
import { noteLines } from './note-lines.ts'

const NOW = new Date(2026, 2, 2, 10, 31).getTime()
const AT = new Date(2026, 2, 2, 10, 14).getTime()
const OLD = new Date(2026, 1, 20, 9, 5).getTime()

const lines = (newest: Pick<CallerStory, 'lastNote' | 'lastLabel'>): readonly string[] => {
  const last = {
    at: AT,
    agent: 'Dana Levi',
    outcome: 'completed',
    talkSeconds: 184,
    note: '',
    label: '',
  } as const
  return noteLines(
    { callsToday: 2, callsInWeek: 2, missedToday: 0, callsEver: 3, last, ...newest },
    NOW,
    en,
  ).map((line) => line.replaceAll(/[\u2066-\u2069]/g, ''))
}

describe('noteLines', () => {
  it('shows note and label of the last call in one line', () => {
    const text = { lastNote: { text: 'asked for a quote', at: AT }, lastLabel: { text: 'Callback', at: AT } }
    expect(lines(text)).toEqual(['last time: “asked for a quote” · Callback'])
    expect(lines({ lastLabel: { text: 'Callback', at: AT } })).toEqual(['last time: Callback'])
  })

  it('shows older ones with their day, the newest first', () => {
    expect(lines({ lastNote: { text: 'asked', at: OLD }, lastLabel: { text: 'Callback', at: AT } })).toEqual([
      'last time: Callback',
      'Feb 20, 09:05: “asked”',
    ])
  })

  it('is empty if nothing was written', () => expect(lines({})).toEqual([]))

  it('truncates a long note and isolates its direction', () => {
    const [line = ''] = lines({ lastNote: { text: `\u202e${'long '.repeat(1000)}`, at: AT } })
    expect(line.length).toBeLessThan(200)
    expect(line).not.toContain('\u202e')
    expect(line).toMatch(/…”$/)
  })
})
