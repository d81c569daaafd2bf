import { expect, it } from 'vitest'
import { aStoredCall, NOW } from '../testing/samples.ts'
import { callRibbon } from './call-ribbon.ts'

const shares = (call: Parameters<typeof callRibbon>[0]) =>
  callRibbon(call).map(({ kind, size }) => [kind, Math.round(size * 100)])

it('a call has a ribbon of what happened in it, one after the other', () => {
  const [from, to] = [NOW - 100_000, NOW]
  const parts = [
    { kind: 'rang', from, to: from + 20_000 },
    { kind: 'talked', from: from + 20_000, to },
    { kind: 'recording-muted', from: from + 40_000, to },
  ] as const
  expect(shares(aStoredCall({ parts }))).toEqual([
    ['rang', 20],
    ['talked', 80],
  ])
})

it('a call in which only one thing happened, and one that still lasts, have none', () => {
  expect(shares(aStoredCall({ parts: [{ kind: 'rang', from: NOW, to: NOW + 9_000 }] }))).toEqual([])
  expect(shares(aStoredCall({ outcome: null }))).toEqual([])
})
