import type { Phone } from '../domain.ts'

/** What a mask leaves of a number (core/team/mask-phone.ts), such as `•••567`; `''` for every other caller. */
export const maskedDigits = ({ kind, received }: Phone): string =>
  kind === 'withheld' && /^•••\d{0,3}$/.test(received) ? received : ''
