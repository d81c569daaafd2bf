import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../testing/any-text.ts'
import { useZone } from '../testing/use-zone.ts'
import { en } from '../words/en.ts'
import { parseTemplate } from './parse-template.ts'
import { plainValue } from './plain-value.ts'
import { renderJson } from './render-json.ts'
import { renderText } from './render-text.ts'
import { renderUrl } from './render-url.ts'
import { sampleCall } from './sample-call.ts'
import { FIELDS } from './template.ts'
import type { TemplateCall } from './template-call.ts'

useZone('Asia/Jerusalem')

const NOW = Date.UTC(2026, 10, 22, 8, 45)
const sample = sampleCall(NOW)
const style = { words: en, numberFormat: 'national' as const }
const text = (template: string, call: TemplateCall = sample) =>
  renderText(parseTemplate(template).parts, call, style)
const url = (template: string, call: TemplateCall = sample) => renderUrl(parseTemplate(template).parts, call)
const json = (template: string, call: TemplateCall = sample) =>
  renderJson(parseTemplate(template).parts, call)

const bare: TemplateCall = {
  ...sample,
  phone: { kind: 'withheld', received: 'Anonymous' },
  name: '',
  did: null,
  ivrid: '',
  direction: 'unknown',
  status: 'unknown',
  startedAt: Number.NaN,
  durationSeconds: null,
  recording: 'unknown',
  agent: '',
  client: '',
  company: '',
  extension: '',
  queue: '',
  waitedSeconds: null,
  customData: {},
}

const HOSTILE = [
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  'a\r\nSet-Cookie: x',
  '%',
  '%2e%2e%2f',
  '../../etc',
  '..',
  '\u202egpj.exe',
  '\ud800',
  '","admin":true,"x":"',
  '\\',
  '\\u0022',
  '\0',
  "'()*!",
  '#?&=/@:;+',
  '{phone}',
  'x'.repeat(1_000_000),
]

const hostile = fc.oneof(fc.constantFrom(...HOSTILE), anyText(), fc.string({ unit: 'grapheme' }))

describe('a template', () => {
  it('writes each field in words for a person', () => {
    const given = Object.fromEntries(FIELDS.map((field) => [field, text(`{${field}}`)]))
    expect(given).toEqual({
      phone: '072-277-6772',
      'phone|e164': '+972722776772',
      'phone|national': '072-277-6772',
      'phone|digits': '0722776772',
      name: 'Voicenter',
      client: 'Dana Levi',
      company: 'Brightwater',
      did: '072-277-6773',
      ivrid: '2020101201cc7b38df',
      direction: 'incoming',
      status: 'Talking',
      started: '2026-11-22 10:41',
      duration: '3:04',
      agent: 'User 2',
      extension: 'SIPSIP2',
      queue: 'Voicenter',
      waited: '0:48',
      recording: 'recorded',
    })
  })

  it('writes each field plainly for a program', () => {
    const given = Object.fromEntries(
      FIELDS.map((field) => [field, plainValue({ kind: 'field', field }, sample)]),
    )
    expect(given).toMatchObject({
      phone: '0722776772',
      status: 'talking',
      started: '2026-11-22T08:41:48Z',
      duration: 184,
      waited: 48,
      recording: 'recorded',
    })
  })

  it('outputs nothing for unknown or empty fields, and never a word of JavaScript', () => {
    const all = [...FIELDS, 'customdata.toString', 'customdata.__proto__', 'nonsense', ''].map(
      (name) => `{${name}}`,
    )
    for (const template of all) {
      expect(text(template, bare)).toBe('')
      expect(url(template, bare)).toBe('')
      expect(json(`"${template}"`, bare)).toEqual({ kind: 'json', text: '""' })
    }
  })

  it.each([
    [{ kind: 'name', received: 'Yael' }, ['Yael', '', '', '']],
    [{ kind: 'digits', received: '*25' }, ['*25', '', '*25', '25']],
    [{ kind: 'withheld', received: 'Anonymous' }, ['', '', '', '']],
  ] as const)('writes a caller who isn’t a number: %j', (phone, forms) => {
    const call = { ...sample, phone }
    expect(
      ['phone', 'phone|e164', 'phone|national', 'phone|digits'].map((form) => text(`{${form}}`, call)),
    ).toEqual(forms)
  })

  it('leaves out exactly the lines of several whose fields are all empty', () => {
    expect(text('Name: {name}\nDialled: {did}\n\nNo field', bare)).toBe('\nNo field')
    expect(text('Name: {name}', bare)).toBe('Name: ')
    expect(text('{name} {agent}\n{ivrid}', { ...bare, agent: 'Noa' })).toBe(' Noa')
  })

  it('writes numbers outside of quotes as numbers, texts in quotes, and nothing as null', () => {
    expect(json('[{duration},{name},{customdata.none}]')).toEqual({
      kind: 'json',
      text: '[184,"Voicenter",null]',
    })
  })

  it.each(['"\\{name}"', '"\\u{name}"', '"\\u00{name}"', '{{"a":{name}', '"a"{name}', '"a\n{name}"'])(
    'does not call JSON what is none: %s',
    (template) => expect(json(template, { ...sample, name: '0041' })).toEqual({ kind: 'not-json' }),
  )

  it('keeps every value on one line, unchanged, and short', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const shown = text('{name}{customdata.k}', { ...sample, name, customData: { k: name } })
        expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]|\p{Surrogate}/u)
        expect(shown.length).toBeLessThanOrEqual(1_000)
      }),
    )
  })

  it('lets no value break out of its position in a URL', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, key) => {
        const call = { ...sample, name, customData: { key } }
        const made = new URL(
          url('https://crm.example.com/a/b{name}/c?n={name}&k={customdata.key}#{name}', call),
        )
        const shown = String(plainValue({ kind: 'field', field: 'name' }, call))
        expect(made.host).toBe('crm.example.com')
        expect(made.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'a', `b${shown}`, 'c'])
        expect([...made.searchParams.keys()]).toEqual(['n', 'k'])
        expect(made.searchParams.get('n')).toBe(shown)
        expect(decodeURIComponent(made.hash)).toBe(shown === '' ? '' : `#${shown}`)
      }),
    )
  })

  it('lets no value break out of its position in JSON', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const call = { ...sample, name }
        const shown = String(plainValue({ kind: 'field', field: 'name' }, call))
        const made = json('{{"n":"<{name}>","o":{name},"\\\\{name}":1}}', call)
        expect(made.kind === 'json' && JSON.parse(made.text)).toEqual({
          n: `<${shown}>`,
          o: shown === '' ? null : shown,
          [`\\${shown}`]: 1,
        })
      }),
    )
  })
})
