import { describe, expect, it } from 'vitest'
import { seenCall, seenExtension } from '../testing/seen.ts'
import { answeredBy } from './answered-elsewhere.ts'

const desk = (extension: string, calls = [seenCall({ extension })], representative = '') =>
  seenExtension(calls, { extension, representative })
const talking = (extension: string) => [seenCall({ extension, phase: 'talking', answered: true })]

describe('answeredBy', () => {
  it('names the colleague who has the call, not one it rings at', () => {
    expect(answeredBy([desk('B')], 'a1', 'A')).toBeNull()
    expect(answeredBy([desk('B'), desk('C', talking('C'), 'Yael')], 'a1', 'A')).toBe('Yael')
    expect(answeredBy([desk('A', talking('A'))], 'a1', 'A')).toBeNull()
  })

  it('returns the extension if its name is unknown, never the name of someone who isn’t logged in', () => {
    const owned = desk('C', talking('C'))
    expect(answeredBy([owned], 'a1', 'A')).toBe('User 2')
    expect(answeredBy([{ ...owned, onlineUserId: 9 }], 'a1', 'A')).toBe('C')
  })
})
