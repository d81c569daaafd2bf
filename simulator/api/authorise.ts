import { readText, type Parameters } from './parameters.ts'

/** What a wrong code gives; the vendor's sources disagree. `error`: ERR 1. `empty`: ERR 0 and an empty list. */
export type WrongCode = 'error' | 'empty'

/** The answer to a request without a code, or with a wrong one. */
export const REFUSED = { ERR: 1, DESC: 'Authorization failed.' } as const

/** The answer to values that are of no use. */
export const NOT_UNDERSTOOD = { ERR: 2, DESC: 'Internal error.' } as const

/** `yes`, or what the answer is instead. A missing code is an error in either case. */
export function authorise(
  parameters: Parameters | null,
  code: string,
  wrongCode: WrongCode,
): 'yes' | 'refused' | 'empty' {
  const given = parameters === null ? null : readText(parameters, 'code')
  if (given === code) return 'yes'
  return typeof given === 'string' && wrongCode === 'empty' ? 'empty' : 'refused'
}
