import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { createRepairLog } from './repair-log.ts'
import { createExtensionReader } from './extension-reader.ts'
import { parseJson } from './json/parse-json.ts'
import { createIncrementalReader } from './incremental-reader.ts'

const phone = (received: string) => readPhone(received, 'IL')
const plain = createExtensionReader(createRepairLog(), phone)
const wide = () => createIncrementalReader(createRepairLog(), phone)

const extension = (name: string, status = 1, calls: readonly unknown[] = []) => ({
  name: `ענת "${name}" \\`,
  username: name,
  userID: 1,
  representative: '[}',
  onlineUserID: 1,
  onlineUserStatus: status,
  calls,
})

const body = (extensions: readonly unknown[]): string =>
  JSON.stringify({ ERR: 0, DESC: 'OK', EXTENSIONS: extensions })

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `SIP${index}`)

function anew(text: string) {
  const parsed = parseJson(text)
  return parsed.kind === 'json' ? plain(parsed.value, null) : parsed
}

function answerOf(reading: ReturnType<ReturnType<typeof wide>>) {
  if (reading.kind !== 'answer') throw new Error(reading.kind)
  return reading.answer
}

describe('the incremental reader', () => {
  it('returns the same object for the same body, and the same objects for unchanged entries', () => {
    const read = wide()
    const list = names(50).map((name) => extension(name))
    const before = answerOf(read(body(list)))
    expect(answerOf(read(body(list)))).toBe(before)
    const after = answerOf(read(body(list.with(20, extension('SIP20', 3)))))
    expect(after.filter((one, index) => one === before[index])).toHaveLength(49)
    expect(after[20]?.status.word).toBe('lunch')
  })

  it('reuses the objects of the others when one leaves and another appears', () => {
    const read = wide()
    const list = names(30).map((name) => extension(name))
    const before = answerOf(read(body(list)))
    const fewer = answerOf(read(body(list.toSpliced(10, 1))))
    expect(fewer.every((one) => before.includes(one))).toBe(true)
    const more = answerOf(read(body(list.toSpliced(10, 1).toSpliced(5, 0, extension('NEW')))))
    expect(more.filter((one) => before.includes(one))).toHaveLength(29)
  })

  it('reads any body after any other as it would read it on its own', () => {
    const entry = fc.oneof(
      { weight: 8, arbitrary: fc.tuple(fc.nat(6), fc.nat(13), fc.jsonValue({ maxDepth: 2 })) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    )
    const listed = fc.array(entry, { maxLength: 8 }).map((entries) =>
      entries.map((one) => {
        const [name, status, odd] = Array.isArray(one) ? one : [one, 1, null]
        const call = { ivrid: 'a1', callstatus: 'Ringing', callername: odd }
        return typeof name === 'number' ? extension(`SIP${name}`, Number(status), [call]) : one
      }),
    )
    const text = fc
      .tuple(listed, fc.constantFrom(undefined, 1, '\t'), fc.constantFrom(0, 0, 0, 1, '0'), fc.nat(40))
      .map(([list, indent, ERR, cut]) => {
        const written = JSON.stringify({ ERR, EXTENSIONS: list, more: [{}, 'x]'] }, null, indent)
        return cut === 0 ? written.slice(0, -7) : cut === 1 ? written.replace('},{', '},,{') : written
      })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const read = wide()
        for (const one of texts) expect(read(one)).toEqual(anew(one))
      }),
      { numRuns: 1_500 },
    )
  })

  it.each([
    ['cut short', (text: string) => text.slice(0, -30), { kind: 'malformed', why: 'cut-short' }],
    ['a web page', () => '<html>', { kind: 'malformed', why: 'web-page' }],
    ['a refusal', () => '{"ERR":1,"DESC":"Authorization failed."}', { kind: 'refused', why: 'code', err: 1 }],
    ['a comma too many', (text: string) => text.replace(']}]}', ']},]}'), { kind: 'malformed' }],
  ])('reports a body that is %s, and continues with the next one', (_what, spoil, expected) => {
    const read = wide()
    const text = body(names(5).map((name) => extension(name)))
    read(text)
    expect(read(spoil(text))).toMatchObject(expected)
    expect(answerOf(read(text))).toHaveLength(5)
  })

  it('reports the repairs of an entry by its position, wherever it has moved', () => {
    const read = wide()
    const odd = { ...extension('BENT'), onlineUserStatus: '1' }
    read(body([odd, extension('A')]))
    expect(read(body([extension('NEW'), odd, extension('A')]))).toMatchObject({
      repairs: [{ path: 'EXTENSIONS[1].onlineUserStatus', what: 'numeric-string' }],
    })
  })

  it('uses the last of two lists with the same name, as JSON does', () => {
    const [one, other] = [JSON.stringify([extension('A')]), JSON.stringify([extension('B')])]
    const text = `{"ERR":0,"EXTENSIONS":${one},"EXTENSIONS":${other}}`
    expect(answerOf(wide()(text)).map((seen) => seen.extension)).toEqual(['B'])
    const escaped = `{"ERR":0,"EXTENSIONS":${one},"\\u0045XTENSIONS":${other}}`
    expect(answerOf(wide()(escaped)).map((seen) => seen.extension)).toEqual(['B'])
  })
})
