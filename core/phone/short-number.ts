import type { Phone } from '../domain.ts'

/** The dialled form of an extension or a short code, such as `100` or `*5287`: stars are part of it, brackets aren't. */
export const shortNumber = ({ received, national = received }: Extract<Phone, { kind: 'digits' }>): string =>
  national.replaceAll(/[^\d+*#]/g, '')
