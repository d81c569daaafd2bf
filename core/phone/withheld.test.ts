import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { callerKey } from './caller-key.ts'
import { WITHHELD_TERMS } from './withheld.ts'

const WORDS = [
  ...[
    'Anonymous',
    'Private',
    'Private Number',
    'Number Withheld',
    'No Caller ID',
    'Caller ID Blocked',
    'N/A',
  ],
  ...['Unknown Caller', 'Restricted', 'Unavailable', 'not available', 'Out of Area', 'hidden', 'NULL'],
  ...['מספר חסוי', 'שיחה חסויה', 'לא מזוהה', 'מספר לא ידוע', 'פרטי', 'אנונימי', 'ללא מספר', 'חֲסוּי'],
  ...['مجهول', 'رقم محجوب', 'رقم خاص', 'غير معروف', 'المتصل مجهول', 'بدون رقم'],
  ...['Аноним', 'Номер скрыт', 'Скрытый номер', 'Номер не определён', 'неизвестный', 'без номера'],
  ...[
    'Unbekannt',
    'Numéro masqué',
    'número oculto',
    'Número privado',
    'Sconosciuto',
    'Onbekend',
    'Gizli numara',
  ],
  ...[
    'masked',
    'Incognito',
    'redacted',
    'Payphone',
    'Unavailable (network)',
    'non-published',
    'nil',
    'O',
    'P',
  ],
  ...['Interaction with other service', 'asterisk', 'FreeSWITCH', 'Anonymous%20Caller'],
  ...['אין מספר', 'אין זיהוי', 'מס׳ חסוי', 'מספר לא מוכר', 'סודי', 'שיחה ממספר חסוי', 'חסוי/ה', 'לא נמסר'],
  ...['رقم سري', 'رقم محظور', 'لا يوجد رقم', 'حجب الرقم', 'غير مسجل'],
  ...['Неопознанный', 'Номер не опознан', 'Номер запрещён', 'Скрыт абонентом', 'Антиопределитель'],
  ...['Unbekannter Anrufer', 'Unterdrückte Rufnummer', 'keine Nummer', 'Sin identificar', 'sem número'],
  ...[
    'Número não identificado',
    'geen nummer',
    'Oproep privé',
    'brak numeru',
    'Okänt nummer',
    'Skjult nummer',
  ],
  ...['Tuntematon numero', 'Özel numara', 'Ismeretlen', 'Skryté číslo', 'Άγνωστος αριθμός', 'Невідомо'],
  ...['非通知', '匿名', '未知号码', '無來電顯示', '발신번호표시제한', '알 수 없음'],
]
const SIGNS = [
  '',
  '+',
  '-',
  '*',
  '()',
  '—',
  '?',
  '•••',
  '0',
  '00',
  '0000000000',
  '+0',
  '-1',
  '- 1',
  '-2',
  '-3',
]
const MASKS = [
  '***',
  '052***4567',
  '05X-XXX-XX67',
  'xxxxxxxxxx',
  '•••567',
  '052-12*-**67',
  '+9725•••••••',
  '…567',
  '052######7',
]
const KEYPAD = ['+266696687', '+7378742833', '+86282452253', '266696687', '00266696687']

const AROUND: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => ` ${text} `,
  (text) => text.toUpperCase(),
  (text) => `"${text}"`,
  (text) => `<${text}>`,
  (text) => `(${text})`,
  (text) => `${text}@anonymous.invalid`,
  (text) => `sip:${text}@pbx.example`,
  (text) => `"${text}" <sip:${text}@anonymous.invalid>`,
  (text) => `\u200f${text}\u200f`,
]

describe('a caller who can’t be identified', () => {
  it('is withheld in any wording, language and surrounding text', () => {
    const text = fc.constantFrom(...WORDS, ...MASKS, ...KEYPAD)
    fc.assert(
      fc.property(text, fc.constantFrom(...AROUND), (written, around) => {
        expect(readPhone(around(written), 'IL').kind).toBe('withheld')
      }),
      { numRuns: 1_000 },
    )
  })

  it.each(SIGNS)('is withheld where only punctuation was received: “%s”', (written) => {
    const phone = readPhone(written, 'IL')
    expect(phone).toEqual({ kind: 'withheld', received: written })
    expect(callerKey(phone)).toBeNull()
  })

  it.each(['"Anonymous" <sip:c8oqz84zk7z@privacy.org>', 'sip:c8oqz84zk7z@anonymous.invalid'])(
    'is withheld in %s',
    (written) => expect(readPhone(written, 'IL').kind).toBe('withheld'),
  )

  it.each([
    ...[
      'Dana Private',
      'Private Banking',
      'No',
      'Name',
      'Caller',
      'Dana…',
      'Max',
      'X',
      'Secretary',
      'Number One',
    ],
    ...['לא', 'מספר אחת', 'לאה', 'Аноним Сервис', 'sip:dana@pbx.example'],
  ])('is not “%s”, which is a name', (written) => {
    expect(readPhone(written, 'IL').kind).toBe('name')
  })

  it('has every word by which a search finds it', () => {
    for (const term of WITHHELD_TERMS) expect(readPhone(term, 'IL').kind).toBe('withheld')
  })
})
