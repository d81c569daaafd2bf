import type { Random } from './random.ts'

/** Prefixes in use in Israel, national format: mobile, geographic, and networks such as the 072 of IP telephony. */
const MOBILE = ['0502', '0505', '0522', '0528', '0533', '0542', '0545', '0547', '0584', '0586'] as const
const LANDLINE = [
  '0262',
  '0264',
  '0350',
  '0352',
  '0361',
  '0376',
  '0482',
  '0486',
  '0862',
  '0885',
  '0974',
  '0995',
] as const
const NETWORK = ['0722', '0723', '0773', '0776'] as const

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.below(10)).join('')

const abroad = (national: string): string => `972${national.slice(1)}`

/** A valid-looking Israeli number in the API's format: `0…`, or `972…` for one in four. */
export function drawPhone(random: Random): string {
  const share = random.next()
  const national =
    share < 0.65
      ? random.pick(MOBILE) + digits(random, 6)
      : share < 0.85
        ? random.pick(LANDLINE) + digits(random, 5)
        : random.pick(NETWORK) + digits(random, 6)
  return random.chance(0.25) ? abroad(national) : national
}

/** A number that people dial: geographic or network, national format. */
export function drawDid(random: Random): string {
  return random.chance(0.5)
    ? random.pick(LANDLINE) + digits(random, 5)
    : random.pick(NETWORK) + digits(random, 6)
}
