import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CopyWhat, Phone } from '../../domain.ts'
import { readPhone } from '../../phone.ts'
import { writtenNumber } from '../../phone/testing/written-number.ts'
import type { NumberFormat } from '../../settings/settings.ts'
import { copyWith } from '../../templates/copy-with.ts'
import { defaultCopyTemplates } from '../../templates/default-copy-templates.ts'
import { printTemplate } from '../../templates/print-template.ts'
import { sampleCall } from '../../templates/sample-call.ts'
import type { TemplateCall } from '../../templates/template-call.ts'
import type { Field, TemplatePart } from '../../templates/template.ts'
import { copyText } from '../../words/copy-text.ts'
import { phoneText } from '../../words/formats.ts'
import { wordsFor } from '../../words/words-for.ts'
import { filledJournal, NOW } from '../testing/filled-journal.ts'

const FORMATS: readonly NumberFormat[] = ['national', 'international', 'received']
const DETAILS = ['number', 'name', 'did', 'ivrid'] as const satisfies readonly CopyWhat[]
const WORDS = (['en', 'he', 'ar', 'ru'] as const).map((language) => wordsFor(language, []))

const phone = (received: string): Phone => readPhone(received, 'IL')

/** A caller of each kind. */
const received = fc.oneof(
  { weight: 3, arbitrary: writtenNumber.map(({ written }) => written) },
  fc.constantFrom(
    ...['*5287', '*2700', '#31#', '100', '12', '7', '2421', '1700500600', '972972521234567', '0521234567#12'],
    ...['Yael Mor', 'ד״ר לוי', 'Noa 0521234567', 'sip:dana@pbx.example', 'José', 'Семён', 'أحمد'],
    ...[
      '',
      'Anonymous',
      'מספר חסוי',
      '052***4567',
      '0000000000',
      '"Anonymous" <sip:c8oqz8@anonymous.invalid>',
    ],
  ),
)
const name = fc.constantFrom(
  '',
  'Noa',
  'ד״ר לוי',
  'בן־דוד',
  'مُحَمَّد',
  'Семён O’Hara',
  'Line "2" {x} 50%',
  'a · b',
)

/** One of these fields. */
const field = (...names: readonly Field[]): fc.Arbitrary<TemplatePart> =>
  fc.constantFrom(...names).map((name) => ({ kind: 'field', field: name }))
const words = (...texts: readonly string[]): fc.Arbitrary<TemplatePart> =>
  fc.constantFrom(...texts).map((text) => ({ kind: 'text', text }))
const ownTemplate = fc
  .tuple(
    words('', 'Call from ', 'Tel. ', 'Customer: ', '(', '№ '),
    field('phone', 'phone', 'phone|national', 'phone|digits', 'name', 'ivrid', 'did'),
    fc.array(
      fc.tuple(
        words(', ', ' · ', '\n', ': ', ' | ', '\t', ' (', ' to '),
        field(
          'started',
          'duration',
          'agent',
          'extension',
          'status',
          'direction',
          'phone|e164',
          'name',
          'did',
        ),
      ),
      { maxLength: 3 },
    ),
    fc.option(field('started', 'extension', 'duration', 'name'), { nil: null }),
    words('', ')', '.', ' - done'),
  )
  .map(([before, first, more, leading, after]) =>
    printTemplate([
      ...(leading === null ? [] : [leading, { kind: 'text', text: ' ' } as const]),
      ...[before, first, ...more.flat(), after],
    ]),
  )

/** Every text that a copy button can produce for a call, with any settings; empty ones left out. */
function copiesOf(call: TemplateCall): readonly string[] {
  const texts = FORMATS.flatMap((numberFormat) => [
    ...DETAILS.map((what) => copyText(call, what, numberFormat)),
    ...WORDS.flatMap((words) =>
      defaultCopyTemplates(words).map((template) => {
        const copied = copyWith(template, call, { words, numberFormat })
        return copied.kind === 'text' ? copied.text : ''
      }),
    ),
  ])
  return [...new Set(texts)].filter((text) => text !== '')
}

/**
 * Whether a text identifies the call: by its id, a number, or a name of more than two letters. A text of letters only
 * counts as a single name.
 */
function identifies(text: string, { ivrid, phone: caller, did, name: called }: TemplateCall): boolean {
  const numbers = [caller, did].flatMap((one) =>
    one === null || one.kind === 'withheld' ? [] : FORMATS.map((format) => phoneText(one, format)),
  )
  const details = [ivrid, called, ...numbers].filter((detail) => detail.length > 2)
  return /[^\p{L}\p{M} '’״׳\p{Pd}]| - /u.test(text)
    ? details.some((detail) => text.includes(detail))
    : details.includes(text)
}

/** A journal with this call among others, and the call as templates see it. */
function journalWith(shown: Pick<TemplateCall, 'phone' | 'name' | 'did'>) {
  const journal = filledJournal()
  const call = { ...sampleCall(NOW), ...shown }
  journal.call({ phone: phone('0541112223'), name: 'Sales line', did: phone('039009999') })
  journal.call({ ...shown, ivrid: call.ivrid })
  journal.call({ phone: phone('Anonymous'), name: '' })
  return { ...journal, call }
}

describe('the text of any copy button', () => {
  it('finds its call, whoever called, in every language and number format, also when pasted into a single-line field', () => {
    fc.assert(
      fc.property(received, received, name, (caller, dialled, called) => {
        const { call, find } = journalWith({ phone: phone(caller), name: called, did: phone(dialled) })
        for (const text of copiesOf(call)) {
          expect(find(text), text).toContain(call.ivrid)
          expect(find(text.replaceAll('\n', '')), text).toContain(call.ivrid)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('finds its call with any template of the agent’s own that names the caller, the line or the call', () => {
    fc.assert(
      fc.property(received, received, name, ownTemplate, (caller, dialled, called, template) => {
        const { call, find } = journalWith({ phone: phone(caller), name: called, did: phone(dialled) })
        for (const numberFormat of FORMATS) {
          const own = { name: 'Own', template, format: 'text', key: null } as const
          const copied = copyWith(own, call, { words: WORDS[0]!, numberFormat })
          const text = copied.kind === 'text' ? copied.text : ''
          if (identifies(text, call))
            expect(find(text), JSON.stringify([template, text])).toContain(call.ivrid)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('finds no other call when it contains a number or a complete call', () => {
    fc.assert(
      fc.property(writtenNumber, ({ written }) => {
        const { call, find } = journalWith({ phone: phone(written), name: 'Noa', did: phone('039001234') })
        for (const text of copiesOf(call)) expect(find(text), text).toEqual([call.ivrid])
      }),
      { numRuns: 15 },
    )
  })
})

describe('what is pasted', () => {
  it('finds the caller, and the line that was called, by a number in any form and surrounding text', () => {
    fc.assert(
      fc.property(writtenNumber, writtenNumber, ({ written, e164 }, other) => {
        fc.pre(e164 !== other.e164)
        const { call, find } = filledJournal()
        call({ phone: phone(e164), name: '', did: phone('039009999') })
        call({ phone: phone('0541112223'), name: '', did: phone(other.e164) })
        expect(find(written)).toEqual(['c0'])
        expect(find(other.written)).toEqual(['c1'])
      }),
      { numRuns: 100 },
    )
  })
})
