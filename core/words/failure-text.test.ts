import { describe, expect, it } from 'vitest'
import type { Failure } from '../connection.ts'
import { LANGUAGES } from './languages.ts'
import { wordsFor } from './words-for.ts'

/** Failures that may resolve automatically. */
const PASSING: readonly Failure[] = [
  { kind: 'limited', retryAfterMs: null },
  { kind: 'faulty', status: 500, err: null },
  { kind: 'faulty', status: 200, err: 2 },
  { kind: 'malformed', why: 'not-json' },
  { kind: 'malformed', why: 'cut-short' },
  { kind: 'unreachable', why: 'connection-refused' },
  { kind: 'unreachable', why: 'connection-lost' },
  { kind: 'unreachable', why: 'timeout' },
  { kind: 'unreachable', why: 'network' },
]
const LASTING: readonly Failure[] = [
  { kind: 'refused', why: 'address' },
  { kind: 'refused', why: 'code' },
  { kind: 'faulty', status: 404, err: null },
  { kind: 'malformed', why: 'web-page' },
  { kind: 'malformed', why: 'redirect' },
  { kind: 'unreachable', why: 'dns' },
  { kind: 'unreachable', why: 'tls' },
]
const GOES_ON = /keeps trying|continue|ממשיך|ימשיך|يتابع|يواصل|ينتظر|продолж|подожд/

describe.each(LANGUAGES)('a failure, in %s', (language) => {
  const words = wordsFor(language, [])

  it('of watching that may resolve says that Ringside continues', () => {
    expect(PASSING.map(words.failure).filter((text) => !GOES_ON.test(text))).toEqual([])
  })

  it('of a test says what happened, and never that Ringside continues', () => {
    const all = [...PASSING, ...LASTING].map(words.firstRun.failed)
    expect(all.filter((text) => GOES_ON.test(text))).toEqual([])
    const [passing] = PASSING.map((one) => [words.failure(one), words.firstRun.failed(one)])
    expect(passing?.[1]?.slice(0, 12)).toBe(passing?.[0]?.slice(0, 12))
    expect(LASTING.map(words.firstRun.failed)).toEqual(LASTING.map(words.failure))
  })
})
