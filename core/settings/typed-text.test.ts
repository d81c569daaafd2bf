import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCrmRules } from '../crm/read-crm-rules.ts'
import { readCode } from './read-code.ts'
import { readSettings } from './read-settings.ts'

/** What a chat, a web page or an editor adds to copied text. */
const unseen = fc.constantFrom(
  '\u200b',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202c',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\u00ad',
  '\u3164',
  '\ufe0f',
  '\u2800',
  '\n',
)
const around = fc.constantFrom('', ' ', '\u00a0', '\u3000', '\t', '\r\n', '\ufeff', '\u200f ')

/** A text with such marks within and around it. */
const pasted = (text: string) =>
  fc
    .tuple(
      around,
      fc.array(unseen, { minLength: text.length, maxLength: text.length }),
      fc.nat(text.length),
      around,
    )
    .map(
      ([before, marks, at, after]) =>
        `${before}${text.slice(0, at)}${marks.join('')}${text.slice(at)}${after}`,
    )

describe('a text typed or pasted with invisible marks', () => {
  it('is still a code', () => {
    fc.assert(
      fc.property(pasted('aB3-x_9'), (text) => {
        expect(readCode(text)).toBe('aB3-x_9')
      }),
    )
  })

  it.each([
    ['extension', 'SIPSIP2'],
    ['baseUrl', 'https://monapisec.voicenter.co.il/comet/API'],
    ['muteUrl', 'https://monitor3.voicenter.co/api/MuteUnmuteCalls'],
    ['region', 'IL'],
    ['zone', 'Asia/Jerusalem'],
    ['updateTime', '20:00'],
  ])('is the setting %s all the same', (key, value) => {
    fc.assert(
      fc.property(pasted(value), (text) => {
        expect(readSettings('user', { [key]: text })).toEqual({ values: { [key]: value }, problems: [] })
      }),
    )
  })

  it('is still a queue or a host', () => {
    fc.assert(
      fc.property(pasted('4711'), pasted('crm.example.com'), (queue, host) => {
        expect(readSettings('user', { queues: [queue] }).values).toEqual({ queues: ['4711'] })
        const rule = { name: 'a', on: 'ringing', url: 'https://crm.example.com/', hosts: [host] }
        expect(readCrmRules([rule], 'crmRules', []).value).toMatchObject([{ hosts: ['crm.example.com'] }])
      }),
    )
  })

  it.each(['\u200f', '\ufeff \u200b', '\n'])('isn’t a code without anything else: %j', (text) => {
    expect(readCode(text)).toBeNull()
  })
})
