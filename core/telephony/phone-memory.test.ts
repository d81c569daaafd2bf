import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { MAX_NEW_NUMBERS, phoneMemory, PHONE_MEMORY_MS } from './phone-memory.ts'

const NUMBER = '0521234567'

function remembering() {
  let now = 1_790_000_000_000
  const read = phoneMemory('IL', () => now)
  return { read, pass: (ms: number) => void (now += ms) }
}

describe('the memory of numbers', () => {
  it('returns the same object while a number is read repeatedly', () => {
    const { read, pass } = remembering()
    const first = read(NUMBER)
    for (let minute = 0; minute < 120; minute++) {
      pass(60_000)
      expect(read(NUMBER)).toBe(first)
    }
  })

  it('forgets a number that wasn’t read for long, whatever else is read meanwhile', () => {
    const { read, pass } = remembering()
    const first = read(NUMBER)
    for (let index = 0; index < 4; index++) {
      pass(PHONE_MEMORY_MS / 2)
      read(`05${30_000_000 + index}`)
    }
    expect(read(NUMBER)).not.toBe(first)
    expect(read(NUMBER)).toEqual(first)
  })

  it('forgets all of them after a quiet time', () => {
    const { read, pass } = remembering()
    const first = read(NUMBER)
    pass(3 * PHONE_MEMORY_MS)
    expect(read(NUMBER)).not.toBe(first)
  })

  it('holds a limited number, however fast they arrive', () => {
    const { read } = remembering()
    const first = read(NUMBER)
    for (let index = 0; index < 5_000; index++) read(`name ${index}`)
    expect(read(NUMBER)).not.toBe(first)
  })

  it('keeps working when the clock is set back', () => {
    const { read, pass } = remembering()
    read(NUMBER)
    pass(-24 * 3_600_000)
    const again = read('0527654321')
    pass(2 * PHONE_MEMORY_MS)
    expect(read('0527654321')).not.toBe(again)
  })
})

describe('a response with new numbers', () => {
  let text = ''
  const client = createClient({
    fetch: () => Promise.resolve(new Response(text)),
    now: () => 1_790_000_000_000,
    baseUrl: 'https://numbers.invalid/API',
    muteUrl: 'https://numbers.invalid/mute',
    code: 'c',
    region: 'IL',
  })
  const never = new AbortController().signal
  const call = (nth: number): object => ({ ivrid: `i${nth}`, callerphone: `0${520_000_000 + nth}` })
  const everyone = (count: number): string =>
    JSON.stringify({
      ERR: 0,
      EXTENSIONS: Array.from({ length: count / 50 }, (_, entry) => ({
        username: `S${entry}`,
        calls: Array.from({ length: 50 }, (_entry, nth) => call(entry * 50 + nth)),
      })),
    })

  it('is refused if it has more of them than a large call centre, and isn’t cached then: without the last ones it is accepted', async () => {
    text = everyone(MAX_NEW_NUMBERS + 50)
    expect(await client.extensions(null, never)).toEqual({ kind: 'malformed', why: 'too-large' })
    text = everyone(MAX_NEW_NUMBERS)
    const attempt = await client.extensions(null, never)
    const phones =
      attempt.kind === 'reached' ? attempt.answer.flatMap(({ calls }) => calls.map(({ phone }) => phone)) : []
    expect(phones).toHaveLength(MAX_NEW_NUMBERS)
    expect(phones.filter(({ kind }) => kind !== 'number')).toEqual([])
  })
})
