import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLogger } from './log.ts'
import { maskLine } from './mask-line.ts'

describe('maskLine', () => {
  it.each([
    '072-277-6772',
    '+972 72 277 6772',
    '972722776772',
    '(072) 2776772',
    '072/277.67.72',
    '072–277‑6772',
  ])('cuts %s down to its end', (number) => {
    expect(maskLine(`call from ${number} ended`, [])).toMatch(/^call from \(?…72 ended$/)
  })

  it('recognises digits of other scripts, with direction marks between them', () => {
    expect(maskLine('from ٠٧٢٢٧٧٦٧٧٢', [])).toBe('from …٧٢')
    expect(maskLine('from \u2066072\u2069-\u2066277\u2069-6772', [])).toBe('from  …72')
  })

  // From reports of numbers that could not be parsed, and then appear in the log in full.
  it.each([
    'parse failed: +82604946527386932081',
    'sip:972521234567@pbx.example',
    'tel:+972-52-1234567',
    '0521234567 not valid',
    '٠٥٢١٢٣٤٥٦٧',
    '052\u2011123\u20114567',
    '(052) 123 - 4567',
    '052_123_4567',
    'call_052123_4567_ended',
  ])('leaves two digits of an unusual number: %s', (line) => {
    expect(maskLine(line, []).replaceAll(/\P{Nd}/gu, '')).toHaveLength(2)
  })

  it('leaves short counts and times alone', () => {
    expect(maskLine('HTTP 503, 12 calls, 1500 ms, 12:48:03', [])).toBe(
      'HTTP 503, 12 calls, 1500 ms, 12:48:03',
    )
  })

  it('leaves no code in a line, however often it occurs', () => {
    expect(maskLine('code=abc.d+ code=abc.d+', ['abc.d+'])).toBe('code=[code] code=[code]')
  })

  it.each([
    'one\ntwo',
    'one\r\ntwo',
    'one\u2028two',
    'one\u0085two',
    'one\u001b[31mtwo',
    'one\u202etwo',
    'one\ud800two',
  ])('is one line without direction changes: %j', (line) => {
    expect(maskLine(line, [])).toMatch(/^one (?:\[31m)?two$/)
  })

  it('removes names in any case, with a thousand others known', () => {
    const names = Array.from({ length: 5_000 }, (_, nth) => `Agent ${nth} of the team`)
    expect(maskLine('DANA LEVI and dana levi', [], [...names, 'Dana Levi'])).toBe('[name] and [name]')
    expect(maskLine('ЁЛКА ёлка', [], ['Ёлка'])).toBe('[name] [name]')
  })

  const BREAKS = [
    '\u200b',
    '\u00ad',
    '\u2060',
    '\u202d',
    '\ufeff',
    '\u001b',
    '\0',
    '\ud800',
    '\ufe0f',
    '\u0301',
  ]

  it.each(BREAKS)('masks a number, a name and a code with %j inside', (between) => {
    const line = ['052', '123', '4567'].join(between)
    expect(maskLine(line, []).replaceAll(/\P{Nd}/gu, '')).toBe('67')
    expect(maskLine(`Da${between}na Levi`, [], ['Dana Levi'])).toBe('[name]')
    expect(maskLine(`s3cr${between}et-99`, ['s3cret-99'])).toBe('[code]')
  })

  it.each([
    'Dana\nLevi',
    'Dana\u00a0Levi',
    'Dana_Levi',
    'dana.levi',
    'dana%20levi',
    'DANA+LEVI',
    'D\u00e1na Levi',
    'Ｄａｎａ Ｌｅｖｉ',
    'Dana\u001bLevi',
  ])('removes a name that is written as %j', (written) => {
    expect(maskLine(`for ${written}.`, [], ['Dana Levi'])).toBe('for [name].')
  })

  it('removes a name and a code in capitals, in any alphabet', () => {
    expect(maskLine('STRASSE', [], ['Straße'])).toBe('[name]')
    expect(maskLine('S3CRET-99, a%20b%2f%c3%bcrst', ['s3cret-99', 'a b/ürst'])).toBe('[code], [code]')
  })

  it.each([
    '①②③④⑤⑥⑦⑧',
    '⁰⁵²¹²³⁴⁵⁶⁷',
    '0️⃣5️⃣2️⃣1️⃣2️⃣3️⃣4️⃣5️⃣',
    '052~123~4567',
    '052·123·4567',
    '052%20123%204567',
    '052+123+4567',
    '052−123−4567',
    '052%2D123%2d4567',
    '%30%35%32%31%32%33%34%35%36%37',
    '052%C2%A0123%25204567',
    '052&nbsp;123&#160;4567',
    '&#48;&#53;&#50;&#x31;&#50;&#51;&#52;&#53;',
    String.raw`052\u00a0123\xa04567`,
    String.raw`\u0030\u0035\\u0032\u0031\u0032\u{33}\x34`,
  ])('shows only two digits of %s', (line) => {
    expect(maskLine(line, []).replaceAll(/\P{N}/gu, '')).toHaveLength(2)
  })

  it.each([
    ['דנה לוי', String.raw`\u05d3\u05e0\u05d4 \u05dc\u05d5\u05d9`],
    ['דנה לוי', String.raw`\\u05D3\\u05E0\\u05D4\\n\\u05DC\\u05D5\\u05D9`],
    ['דנה לוי', '%d7%93%d7%a0%d7%94%20%d7%9c%d7%95%d7%99'],
    ['דנה לוי', '&#1491;&#1504;&#x5d4;&nbsp;&#1500;&#1493;&#1497;'],
    ['Zoë Groß', 'Zo&euml; Gro%DF'],
    ['Dana Levi', 'Dana%252520Levi'],
    ['O’Brien', 'O&#39;Brien'],
    ['𝔇ana', String.raw`\ud835\udd07ana`],
  ])('removes the name %s that is escaped as %s', (name, written) => {
    expect(maskLine(`for ${written}.`, [], [name])).toBe('for [name].')
  })

  it.each([
    '%61%2fb%2b9',
    String.raw`\u0061/b\u002b9`,
    'a%252Fb%252B9',
    'a&#47;b&plus;9',
    String.raw`a\/b+9`,
  ])('removes a code that is escaped as %s', (written) =>
    expect(maskLine(`code=${written}`, ['a/b+9'])).toBe('code=[code]'),
  )

  it.each(['%', '%2', '%zz', '&', '&x', '&nope;', String.raw`\u{110000}`, String.raw`\u12`, '%ff%fe', '\\'])(
    'leaves %s, which isn’t an escape',
    (text) => expect(maskLine(`a ${text} b`, [], ['Dana'])).toBe(`a ${text} b`),
  )

  it('shows no part of a name or number with much in it where a long line is cut', () => {
    for (let before = 3_850; before <= 4_000; before++) {
      const name = encodeURIComponent('Jonathan Smith'.split('').join('\u200b'))
      const line = `${'x'.repeat(before)} ${name} ${'0521234567'.split('').join('%20%20%20')} ${'y'.repeat(500)}`
      expect(maskLine(line, [], ['Jonathan Smith'])).not.toMatch(/J|\d{3}|0%20/)
    }
  })

  it('shows no part of a secret, name or number where a long line is cut', () => {
    for (let before = 3_900; before <= 4_000; before++) {
      const masked = maskLine(
        `${'x '.repeat(before / 2)}s3cret-99 Dana Levi 0521234567`,
        ['s3cret-99'],
        ['Dana Levi'],
      )
      expect(masked).not.toMatch(/s3c|Da|052/)
    }
  })

  it('doesn’t change other words', () => {
    const line = 'the history was put aside: SQLITE_CORRUPT, 3 of 12 rows (index.js:10234:1187)'
    expect(maskLine(line, ['s3cret-99'], ['Al', 'Dana Levi', '-', 'a!'])).toBe(line)
  })

  it('removes names, the longer one first', () => {
    expect(maskLine('Dana Levi rang Dana', [], ['Dana', 'Dana Levi'])).toBe('[name] rang [name]')
  })
})

const SEPARATORS = ['', ' ', '-', '.', ' (', ') ', '/', '\u2011', '\u00a0', ')-(', '\u2066', '–']
const number = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(...SEPARATORS)), {
    minLength: 7,
    maxLength: 15,
  })
  .map((digits) => ({
    digits: digits.map(([digit]) => digit).join(''),
    written: digits.map(([digit, after], at) => `${digit}${at < digits.length - 1 ? after : ''}`).join(''),
  }))
const around = fc.string({ maxLength: 20 }).filter((text) => !/[\d[\]…]/.test(text))
const secret = fc
  .string({ minLength: 6, maxLength: 40 })
  .filter((text) => text.trim().length > 5 && !'[code]'.includes(text))

describe('whatever is written', () => {
  it('contains no phone number, in any form', () => {
    const property = fc.property(number, around, around, ({ digits, written }, before, after) => {
      const left = maskLine(`${before}${written}${after}`, []).replaceAll(/\D/g, '')
      expect(left.length).toBeLessThanOrEqual(2)
      expect(digits.endsWith(left)).toBe(true)
    })
    fc.assert(property, { numRuns: 2_000 })
  })

  it('contains no code and no webhook secret: plain, in an address, or in JSON', () => {
    const property = fc.property(secret, secret, fc.string(), (code, hook, rest) => {
      fc.pre(
        !'[code]'.includes(code) &&
          !'[code]'.includes(hook) &&
          !code.includes('code') &&
          !hook.includes('code'),
      )
      fc.pre(!rest.includes(code) && !rest.includes(hook) && !code.includes(hook) && !hook.includes(code))
      const line = `${code} ${JSON.stringify({ code })} ?code=${encodeURIComponent(code)} ${hook}`
      const masked = maskLine(line, [code, hook])
      for (const one of [code, hook, encodeURIComponent(code), JSON.stringify(code).slice(1, -1)])
        expect(masked).not.toContain(one)
    })
    fc.assert(property, { numRuns: 1_000 })
  })

  it('contains no known name', () => {
    const name = fc.string({ minLength: 2, maxLength: 30 }).filter((text) => text.trim().length > 1)
    const property = fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), around, (names, before) => {
      fc.pre(names.every((one) => !'[name]'.includes(one)))
      const masked = maskLine(`${before} ${names.join(' | ')}`, [], names).replaceAll('[name]', '\u0000')
      for (const one of names.filter((text) => !text.includes('\u0000'))) expect(masked).not.toContain(one)
    })
    fc.assert(property, { numRuns: 1_000 })
  })
})

describe('createLogger', () => {
  it('masks with the codes and names known at the time of writing', () => {
    const lines: string[] = []
    const codes: string[] = []
    const names: string[] = []
    const log = createLogger((level, line) => lines.push(`${level} ${line}`))
    log.leaveOutSecrets(() => codes)
    log.leaveOutNames(() => names)
    log.info('open sesame for Dana')
    codes.push('sesame')
    names.push('Dana')
    log.warn('open sesame for Dana')
    expect(lines).toEqual(['info open sesame for Dana', 'warn open [code] for [name]'])
  })
})
