import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../testing/any-text.ts'
import { readRecording } from './read-recording.ts'

const HEADER = {
  kind: 'ringside-recording',
  format: 1,
  version: '1.2.3',
  startedAt: 1_768_456_800_000,
  extension: 'ABCDEF2',
  pollSeconds: 5,
  zone: 'Asia/Jerusalem',
  region: 'IL',
  alertOnRing: true,
  alertOnMissed: true,
  alertsPausedUntil: null,
  known: null,
}
const text = (...lines: unknown[]): string => `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`
const asleep = { kind: 'mark', at: 1_768_456_800_500, mark: { what: 'asleep' } }

describe('readRecording', () => {
  it('reads a header and its lines', () => {
    expect(readRecording(text(HEADER, asleep))).toEqual({
      kind: 'recording',
      recording: { header: HEADER, entries: [asleep] },
    })
  })

  it.each(['', 'hello', '{}', '[1,2]', '{"kind":"ringside-recording"}', '\u0000'])(
    'knows that %j is none',
    (foreign) => {
      expect(readRecording(foreign)).toEqual({ kind: 'foreign' })
    },
  )

  it('reports a later format', () => {
    expect(readRecording(text({ ...HEADER, format: 2, more: true }))).toEqual({ kind: 'newer', format: 2 })
  })

  it('reports the broken line', () => {
    const complete = text(HEADER, asleep, asleep)
    expect(readRecording(complete.slice(0, -10))).toEqual({ kind: 'broken', line: 3 })
    expect(readRecording(text(HEADER, { ...asleep, at: 'noon' }))).toEqual({ kind: 'broken', line: 2 })
    expect(readRecording(text({ ...HEADER, zone: 3 }))).toEqual({ kind: 'broken', line: 1 })
  })

  it('accepts any text without throwing', () => {
    fc.assert(
      fc.property(anyText(), (any) => {
        expect(readRecording(any).kind).toBe('foreign')
      }),
    )
    fc.assert(
      fc.property(fc.json(), (any) => {
        expect(readRecording(text(HEADER) + any).kind).toBe('broken')
      }),
    )
  })
})
