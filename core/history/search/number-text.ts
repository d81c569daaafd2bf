import type { Phone } from '../../domain.ts'
import { shortNumber } from '../../phone/caller-key.ts'
import { unwrapNumber } from '../../phone/unwrap-number.ts'

const RUN = /\p{Nd}(?:[\s().\-/]{0,3}\p{Nd})*/gu
const MIN_PART = 3 // the minimum to search for part of a number; shorter ones must match completely

/**
 * Every run of digits a call can be found by, separated by spaces so that none runs into the next: of its
 * numbers in each form, and of numbers within names.
 */
export function numberText(phones: readonly (Phone | null)[], names: readonly string[]): string {
  const runs = [...new Set([...phones.flatMap(runsOf), ...names.flatMap(runsIn)])]
  const isPart = (run: string): boolean => runs.some((other) => other !== run && other.includes(run))
  return runs.filter((run) => run.length < MIN_PART || !isPart(run)).join(' ')
}

function runsOf(phone: Phone | null): readonly string[] {
  switch (phone?.kind) {
    case 'number':
      return [phone.national, phone.e164, unwrapNumber(phone.received).number].map(digitsOf)
    case 'digits':
      return [shortNumber(phone)]
    case 'name':
      return runsIn(phone.received)
    case 'withheld':
    case undefined:
      return []
  }
}

const runsIn = (text: string): readonly string[] =>
  (unwrapNumber(text).number.match(RUN) ?? []).map(digitsOf).filter((run) => run.length >= MIN_PART)

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')
