import { describe, expect, it } from 'vitest'
import type { Phone } from '../domain.ts'
import { readPhone } from '../phone.ts'
import { seenCall } from '../testing/seen.ts'
import { filledJournal, NOW } from './testing/filled-journal.ts'
import { createWatcher } from './testing/watcher.ts'

const phone = (text: string): Phone => readPhone(text, 'IL')

describe('search', () => {
  it.each([
    '0722776772',
    '072-277-6772',
    '072 277 6772',
    '(072) 277.6772',
    '+972 72 277 6772',
    '+972-72-277-6772',
    '+972 (0)72 277 6772',
    '00972722776772',
    '972722776772',
    '97272',
    '277',
    '6772',
    '  277-6772 ',
  ])('finds a number that was typed as %s, however the API wrote it', (typed) => {
    const { call, find } = filledJournal()
    call({ phone: phone('0722776772') })
    call({ phone: phone('972722776772') })
    call({ phone: phone('0541112223') })
    expect(find(typed)).toEqual(['c1', 'c0'])
  })

  it('never finds digits across two forms of a number', () => {
    const { call, find } = filledJournal()
    call({ phone: phone('0722776772') })
    expect(find('6772972')).toEqual([])
    expect(find('67720')).toEqual([])
  })

  it('finds short codes and colleagues', () => {
    const { call, find } = filledJournal()
    call({ phone: phone('4455'), name: '' })
    call({ phone: phone('Yael Levi'), name: '' })
    expect(find('4455')).toEqual(['c0'])
    expect(find('yael')).toEqual(['c1'])
  })

  it('finds names and notes by any part of them, whatever the case, in Hebrew too', () => {
    const { journal, call, find } = filledJournal()
    call({ name: 'Dana Cohen' })
    call({ name: 'מוקד תמיכה' })
    call({ name: 'ÉCOLE Zoë' })
    expect(find('dANA c')).toEqual(['c0'])
    expect(find('תמיכה')).toEqual(['c1'])
    expect(find('מו')).toEqual(['c1'])
    expect(find('école')).toEqual(['c2'])
    expect(find('zo')).toEqual(['c2'])
    expect(journal.setNote('SIPSIP2/c0', 'wants a REFUND for 12')).toBe(true)
    expect(find('refund')).toEqual(['c0'])
    expect(journal.setNote('SIPSIP2/c0', 'settled')).toBe(true)
    expect(find('refund')).toEqual([])
    expect(find('dana')).toEqual(['c0'])
    expect(journal.setNote('SIPSIP2/none', 'x')).toBe(false)
  })

  it('takes what was typed for itself, never for a pattern', () => {
    const { call, find } = filledJournal()
    call({ name: 'a%b "quoted" 100% c_d' })
    call({ name: 'plain axb' })
    expect(find('%')).toEqual(['c0'])
    expect(find('_d')).toEqual(['c0'])
    expect(find('a%b')).toEqual(['c0'])
    expect(find('"quoted"')).toEqual(['c0'])
    for (const hostile of [
      '"',
      '* OR *',
      'NEAR(',
      "'; DROP TABLE calls",
      '\\',
      '-',
      '(((',
      'words:x',
      '\0x\0y',
    ])
      expect(find(hostile)).toEqual(hostile === '"' ? ['c0'] : [])
    expect(find('\0 \0')).toEqual(['c1', 'c0'])
  })

  it('keeps finding a call whose beginning was corrected', () => {
    const { journal } = filledJournal()
    const watcher = createWatcher()
    const talking = (hours: number) =>
      seenCall({
        ivrid: 'moved',
        phase: 'talking',
        answered: true,
        startedApiSeconds: NOW / 1000 - hours * 3_600,
        answeredApiSeconds: NOW / 1000 - hours * 3_600,
      })
    journal.record(watcher.see([talking(2)], NOW), NOW)
    journal.record(watcher.see([talking(0)], NOW + 5_000), NOW + 5_000)
    const { calls } = journal.history({ filter: 'all', text: '072-277', limit: 9 })
    expect(calls).toMatchObject([{ ivrid: 'moved', startedAt: NOW }])
  })
})
