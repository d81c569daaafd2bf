import { typedText } from './typed-text.ts'

export const MAX_CODE_LENGTH = 512 // anything longer was pasted by mistake

/** A code as typed or pasted, without invisible characters; null when it can't be one. */
export function readCode(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const code = typedText(value)
  return code !== '' && code.length <= MAX_CODE_LENGTH ? code : null
}
