import type { Phone } from '../domain.ts'

/** What is dialled for an extension or a short code, such as `100` or `*5287`: stars are part of it, brackets are not. */
export const shortNumber = ({ received, national = received }: Extract<Phone, { kind: 'digits' }>): string =>
  national.replaceAll(/[^\d+*#]/g, '')
