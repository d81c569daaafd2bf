import { expect, it } from 'vitest'
import { foundIn } from './found-in.ts'

it.each([
  ['', 'Sales'],
  [' NORTH', 'Sales North'],
  ['renee', 'Renée'],
  ['שלום', 'שָׁלוֹם'],
  ['ДОМ', 'дом'],
  ['елка', 'ёлка'],
  ['احمد', 'أحمد'],
  ['רס"ר', 'רס״ר'],
  ['0501234', '050-123-4567'],
  ['050 1234567', '050-123-4567'],
  ['٠٥٠-١٢٣', '050-123-4567'],
  ['\u200e050\u2011123\u200f', '050-123-4567'],
  ['(050) 123', '+972 50-123, 050-123-4567'],
])('finds “%s” in “%s”', (typed, text) => {
  expect(foundIn(typed)(['', text])).toBe(true)
})

it.each([
  ['south', 'Sales North'],
  ['12', '1-2'],
  ['0501239', '050-123-4567'],
  ['123a', '1-23'],
])('does not find “%s” in “%s”', (typed, text) => {
  expect(foundIn(typed)([text])).toBe(false)
})

it.each(['', ' '])('finds everything with “%s”, and folds no text for it', (typed) => {
  const texts = new Proxy<string[]>([], { get: () => expect.unreachable('the texts are read') })
  expect(foundIn(typed)(texts)).toBe(true)
})
