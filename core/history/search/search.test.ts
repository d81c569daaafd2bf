import { describe, expect, it } from 'vitest'
import type { Phone } from '../../domain.ts'
import { readPhone } from '../../phone.ts'
import type { NumberFormat } from '../../settings/settings.ts'
import { seenCall } from '../../testing/seen.ts'
import { wordsFor } from '../../words/words-for.ts'
import { copyText } from '../../words/copy-text.ts'
import { filledJournal, NOW } from '../testing/filled-journal.ts'
import { createWatcher } from '../testing/watcher.ts'

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

  it('never matches digits across two forms of a number', () => {
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

  it('finds the line that was dialled, the agent, and the colleague who answered', () => {
    const { journal, call, find } = filledJournal()
    call({ did: phone('039001234') })
    call({ did: phone('sip:support@pbx.example') })
    expect(find('03-900-1234')).toEqual(['c0'])
    expect(find('support')).toEqual(['c1'])
    expect(find('user 2')).toEqual(['c1', 'c0'])
    const [ended] = journal.history({ filter: 'all', limit: 1 }).calls
    expect(ended?.agent).toBe('User 2')
  })

  it.each(['en', 'he', 'ar', 'ru'] as const)(
    'finds callers who withhold the number by what %s calls them',
    (language) => {
      const { call, find } = filledJournal()
      call({ phone: phone('No Caller ID') })
      call({ phone: phone('0722776772') })
      expect(find(wordsFor(language, []).call.withheld)).toEqual(['c0'])
      expect(find('no caller')).toEqual(['c0'])
      expect(find('anonym')).toEqual(['c0'])
    },
  )

  it.each([
    ...[
      'hidden',
      'Restricted',
      'blocked call',
      'unavailable',
      'number withheld',
      'מספר מוסתר',
      'פרטי',
      'שיחה חסויה',
    ],
    ...['رقم خاص', 'مخفي', 'номер скрыт', 'аноним', 'неизвестен', 'без номера', 'unbekannt'],
  ])('finds callers who withhold the number by “%s”, whatever was received', (typed) => {
    const { call, find } = filledJournal()
    call({ phone: phone('') })
    call({ phone: phone('0722776772') })
    expect(find(typed)).toEqual(['c0'])
  })

  it.each(['5287*', '＊5287', '∗5287', '*5287#'])('finds a star number that is typed as %s', (typed) => {
    const { call, find } = filledJournal()
    call({ phone: phone('*5287') })
    call({ phone: phone('0722776772') })
    expect(find(typed)).toEqual(['c0'])
  })

  it('finds a two-digit extension only by itself, never as part of a number', () => {
    const { call, find } = filledJournal()
    call({ phone: phone('12'), name: '' })
    call({ phone: phone('0512123412'), name: '' })
    call({ phone: phone(''), name: '' })
    expect(find('12')).toEqual(['c0'])
  })

  it('finds a number within a name or a note, however it is typed', () => {
    const { journal, call, find } = filledJournal()
    call({ phone: phone('Desk 052-1234567') })
    call({ name: 'Noa ٠٥٤١١١٢٢٢٣' })
    call({})
    journal.setNote('SIPSIP2/c2', 'call back at 03 900 1234')
    expect(find('0521234567')).toEqual(['c0'])
    expect(find('054-111-2223')).toEqual(['c1'])
    expect(find('039001234')).toEqual(['c2'])
  })

  it.each([
    ['2026-11-22 10:14 *5287', 'c0'],
    ['Noa, *5287 (3:04)', 'c0'],
    ['Call from 100', 'c1'],
    ['SIPSIP2 052-123-4567', 'c2'],
    ['Caller: Dana Cohen.', 'c3'],
  ])('finds a call by one detail among others: %s', (typed, ivrid) => {
    const { call, find } = filledJournal()
    for (const received of ['*5287', '100', '0521234567']) call({ phone: phone(received), name: '' })
    call({ name: 'Dana Cohen' })
    call({ phone: phone('Private'), name: '' })
    expect(find(typed)).toEqual([ivrid])
  })

  it('doesn’t find a number or a name that matches only in part', () => {
    const { call, find } = filledJournal()
    call({ phone: phone('0521234567'), name: 'Noa Levi' })
    for (const typed of ['052 123 4568', '+972 52 123 4568', 'Noa Cohen', 'O’Noa Levi-Dan'])
      expect(find(typed)).toEqual([])
  })

  it('takes the search text literally, never as a pattern', () => {
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

  it('still finds a call whose start was corrected', () => {
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

describe('a number that was pasted', () => {
  const finds = (typed: string): void => {
    const { call, find } = filledJournal()
    call({ phone: phone('0521234567'), name: '' })
    call({ phone: phone('0541112223'), name: '' })
    expect(find(typed)).toEqual(['c0'])
  }

  it.each([
    ['as it is dialled', '052-123-4567'],
    ['with no-break spaces', '052\u00a0123\u00a04567'],
  ])('finds its call: %s', (_, typed) => finds(typed))

  // From reports of copied numbers with invisible characters, or the punctuation of their source.
  it.each([
    ['within marks of direction, as phone books and chats copy it', '\u202a+972 52-123-4567\u202c'],
    ['within isolates', '\u2068052-123-4567\u2069'],
    ['after a right-to-left mark', '\u200f0521234567'],
    ['with a zero-width space', '052\u200b1234567'],
    ['with non-breaking hyphens', '052\u2011123\u20114567'],
    ['with minus signs', '052\u2212123\u22124567'],
    ['as a tel: link', 'tel:+972521234567'],
    ['before a semicolon', '0521234567;'],
    ['in quotation marks', '"0521234567"'],
    ['with bars', '052|123|4567'],
    ['with middle dots', '052·123·4567'],
    ['with underscores', '052_123_4567'],
    ['with its trunk zero after the country code', '+9720521234567'],
  ])('finds its call: %s', (_, typed) => finds(typed))
})

describe('a number copied from a card', () => {
  const finds = (received: string, format: NumberFormat): void => {
    const { call, find } = filledJournal()
    const copied = { ivrid: '', phone: phone(received), name: '', did: null }
    call({ phone: copied.phone, name: '' })
    call({ phone: phone('0541112223'), name: '' })
    expect(find(copyText(copied, 'number', format))).toEqual(['c0'])
  }

  describe.each<NumberFormat>(['national', 'international', 'received'])('in %s form', (format) => {
    it.each(['0521234567', '442079460958', '100', '1700500600'])('finds the call of %s', (received) =>
      finds(received, format),
    )

    it('finds the call of a number with an extension', () => finds('0521234567#12', format))
  })

  // From reports of Israeli star numbers such as *5287, which are separate numbers. They have one form only.
  it.each(['*5287', '*2700'])('finds the call of %s', (received) => finds(received, 'received'))
})

describe('a name as an everyday keyboard types it', () => {
  const finds = (name: string, typed: string): void => {
    const { call, find } = filledJournal()
    call({ name })
    call({ name: 'Sales line' })
    expect(find(typed)).toEqual(['c0'])
  }

  it('finds a Hebrew name that is typed as it is written', () => finds('כהן', 'כהן'))

  it.each([
    ['a space for maqaf', 'אבו־יוסף', 'אבו יוסף'],
    ['a hyphen for a space', 'Anne Marie', 'anne-marie'],
    ['no gershayim', 'צה״ל', 'צהל'],
    ['no apostrophe', 'O’Hara', 'ohara'],
    ['quotation marks around it', 'Dana Cohen', '"Dana Cohen"'],
    ['Yiddish digraphs', 'יידיש', '\u05f2דיש'],
    ['a Persian letter', 'كريم', 'ڪريم'],
  ])('finds a name that is typed with %s', (_, name, typed) => finds(name, typed))

  // From reports of searches that miss gershayim, points, vowel marks and accents.
  it.each([
    ['a quotation mark for gershayim', 'ד״ר לוי', 'ד"ר לוי'],
    ['gershayim for a quotation mark', 'צה"ל', 'צה״ל'],
    ['an apostrophe for geresh', 'ג׳ורג׳', "ג'ורג'"],
    ['an apostrophe for a curly one', 'O’Hara', "O'Hara"],
    ['no Hebrew points', 'כֹּהֵן', 'כהן'],
    ['no Arabic vowel marks', 'مُحَمَّد', 'محمد'],
    ['a plain alef for one with hamza', 'أحمد', 'احمد'],
    ['e for é', 'José', 'jose'],
    ['е for ё', 'Семён', 'семен'],
    ['a hyphen for maqaf', 'בן־דוד', 'בן-דוד'],
  ])('finds a name that is typed with %s', (_, name, typed) => finds(name, typed))
})
