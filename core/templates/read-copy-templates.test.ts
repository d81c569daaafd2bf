import { describe, expect, it } from 'vitest'
import { en } from '../words/en.ts'
import { copyWith } from './copy-with.ts'
import { defaultCopyTemplates } from './default-copy-templates.ts'
import { parseTemplate } from './parse-template.ts'
import { readCopyTemplates } from './read-copy-templates.ts'
import { sampleCall } from './sample-call.ts'

const read = (raw: unknown) => readCopyTemplates(raw, 'copyTemplates')
const problems = (raw: unknown) => read(raw).problems.map(({ path, why }) => `${path} ${why}`)
const style = { words: en, numberFormat: 'national' as const }

describe('readCopyTemplates', () => {
  it('reads the built-in templates', () => {
    const own = defaultCopyTemplates(en)
    expect(read(JSON.parse(JSON.stringify(own)))).toEqual({ value: own, problems: [] })
    expect(own.flatMap(({ template }) => parseTemplate(template).errors)).toEqual([])
  })

  it('is empty without a list', () => expect(read(undefined)).toEqual({ value: [], problems: [] }))

  it.each([
    ['text', 'copyTemplates wrong-type'],
    [[null], 'copyTemplates[0] wrong-type'],
    [[{ template: '{phone}' }], 'copyTemplates[0].name missing'],
    [[{ name: ' ', template: '{phone}' }], 'copyTemplates[0].name out-of-range'],
    [[{ name: 'a', template: '{fone}' }], 'copyTemplates[0].template template'],
    [[{ name: 'a', template: '{phone', format: 'json' }], 'copyTemplates[0].template template'],
    [[{ name: 'a', template: '{name}', format: 'xml' }], 'copyTemplates[0].format unknown-word'],
    [[{ name: 'a', template: '[{name}', format: 'json' }], 'copyTemplates[0].template not-json'],
    [[{ name: 'a', template: '{name}', colour: 1 }], 'copyTemplates[0].colour unknown-key'],
    [
      [
        { name: 'a', template: '1' },
        { name: 'a', template: '2' },
      ],
      'copyTemplates[1].name duplicate',
    ],
    [Array.from({ length: 31 }, (_, n) => ({ name: `${n}`, template: 'x' })), 'copyTemplates[30] too-many'],
  ])('of %j says %s', (raw, problem) => expect(problems(raw)).toEqual([problem]))

  it('keeps the good ones next to a bad one, and reports where in the template the error is', () => {
    const { value, problems } = read([
      { name: 'bad', template: 'ab{x}' },
      { name: 'good', template: '{name}' },
    ])
    expect(value).toEqual([{ name: 'good', template: '{name}', format: 'text', key: null }])
    expect(problems[0]?.error).toEqual({ why: 'unknown-field', at: 2, length: 3 })
  })
})

describe('copyWith', () => {
  const call = sampleCall(0)
  const results = (of: typeof call) => defaultCopyTemplates(en).map((one) => copyWith(one, of, style))

  it('outputs text for every built-in template, and valid JSON', () => {
    const all = results(call)
    expect(all.map(({ kind }) => kind)).toEqual(['text', 'text', 'text', 'text'])
    expect(all[0]).toEqual({ kind: 'text', text: '072-277-6772' })
    expect(all[1]).toMatchObject({
      text: expect.stringContaining('Number: 072-277-6772\nName: Voicenter') as string,
    })
    const last = all[3]
    expect(last?.kind === 'text' && JSON.parse(last.text)).toMatchObject({
      phone: '+972722776772',
      seconds: 184,
    })
  })

  it('has nothing to copy where nothing is known, and leaves labels without a value out of a card', () => {
    const withheld = { ...call, phone: { kind: 'withheld', received: '' }, name: '' } as const
    const [number, card] = results(withheld)
    expect(number).toEqual({ kind: 'empty' })
    expect(card?.kind === 'text' && card.text).not.toMatch(/Number|Name/)
  })
})
