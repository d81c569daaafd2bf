import { readCommand } from '../../scripts/command/command.ts'
import type { Shifts } from './run-shifts.ts'

const MAX_SHIFTS = 1_000_000
const MAX_HOURS = 48

export const TORTURE = {
  name: 'torture',
  does: 'Simulated shifts with faults, sleeps and crashes: every rule is checked after every step.',
  flags: {
    shifts: { type: 'string', default: '200', takes: 'N', does: 'how many' },
    seed: { type: 'string', default: '1', takes: 'N', does: 'which ones' },
    hours: { type: 'string', default: '8', takes: 'N', does: 'the length of each' },
    only: { type: 'string', takes: 'N', does: 'this shift alone, by its number' },
    planted: {
      type: 'boolean',
      does: 'instead, plants faults in the program: each must break its rule in its shift',
    },
    fault: { type: 'string', default: '', takes: 'TEXT', does: 'with --planted, only those named like this' },
  },
} as const

/** The faults to plant: those whose name contains this text. */
interface Planted {
  readonly planted: string
}

/** Reads what follows `npm run torture --`. If it can't, returns one line that says what is wrong. */
export function readTortureOptions(args: readonly string[]): Shifts | Planted | string {
  const read = readCommand(TORTURE, args)
  if (typeof read === 'string') return read
  const given = read.values
  if (given.planted === true) return { planted: given.fault }
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

function whole(text: string, least: number, most: number): number | null {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}
