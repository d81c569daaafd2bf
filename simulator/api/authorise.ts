import { readText, type Parameters } from './parameters.ts'

/** The response to a wrong code; the vendor's sources disagree. `error`: ERR 1. `empty`: ERR 0 and an empty list. */
export type WrongCode = 'error' | 'empty'

/** The response to a request without a code, or with a wrong one. */
export const REFUSED = { ERR: 1, DESC: 'Authorization failed.' } as const

/** The response to unusable values. */
export const NOT_UNDERSTOOD = { ERR: 2, DESC: 'Internal error.' } as const

/** `yes`, or the response to send instead. A missing code is an error in either case. */
export function authorise(
  parameters: Parameters | null,
  code: string,
  wrongCode: WrongCode,
): 'yes' | 'refused' | 'empty' {
  const given = parameters === null ? null : readText(parameters, 'code')
  if (given === code) return 'yes'
  return typeof given === 'string' && wrongCode === 'empty' ? 'empty' : 'refused'
}
