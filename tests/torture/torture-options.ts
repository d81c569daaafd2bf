import { parseArgs } from 'node:util'
import type { Shifts } from './run-shifts.ts'

const MAX_SHIFTS = 1_000_000
const MAX_HOURS = 48

/** Reads what follows `npm run torture --`. A text is the one line that says what is wrong with it. */
export function readTortureOptions(args: readonly string[]): Shifts | string {
  const given = parse(args)
  if (typeof given === 'string') return given
  const shifts = whole(given.shifts, 1, MAX_SHIFTS)
  if (shifts === null) return `--shifts is a whole number from 1 to ${MAX_SHIFTS}, not "${given.shifts}".`
  const seed = whole(given.seed, 0, Number.MAX_SAFE_INTEGER)
  if (seed === null) return `--seed is a whole number from 0, not "${given.seed}".`
  const hours = Number(given.hours)
  if (!(hours > 0 && hours <= MAX_HOURS))
    return `--hours is a number up to ${MAX_HOURS}, not "${given.hours}".`
  const only = given.only === undefined ? null : whole(given.only, 0, Number.MAX_SAFE_INTEGER)
  if (given.only !== undefined && only === null) return `--only is a shift's number, not "${given.only}".`
  return { seed, hours, shifts: only === null ? Array.from({ length: shifts }, (_, shift) => shift) : [only] }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (error) {
    // Node's own sentence names the flag, and adds advice that does not fit here.
    return error instanceof Error
      ? (error.message.split(/\. |\n/)[0] ?? '').replace(/\.?$/, '.')
      : String(error)
  }
}

function whole(text: string, least: number, most: number): number | null {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}

const OPTIONS = {
  shifts: { type: 'string', default: '200' },
  seed: { type: 'string', default: '1' },
  hours: { type: 'string', default: '8' },
  only: { type: 'string' },
} as const
