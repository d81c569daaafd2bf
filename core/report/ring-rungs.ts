import type { Rung, RungOutcome, RungOutcomes } from '../domain.ts'

/** The rungs of a ring as one column, such as `notification=refused popup=shown`. */
export const rungsText = (rungs: RungOutcomes): string =>
  Object.entries(rungs)
    .map(([rung, outcome]) => `${rung}=${outcome}`)
    .join(' ')

/** The reverse; unknown rungs and outcomes are left out. */
export function readRungs(column: string): RungOutcomes {
  const read: Partial<Record<Rung, RungOutcome>> = {}
  for (const pair of column.split(' ')) {
    const [name, word] = pair.split('=')
    const rung = RUNGS.find((one) => one === name)
    const outcome = OUTCOMES.find((one) => one === word)
    if (rung !== undefined && outcome !== undefined) read[rung] = outcome
  }
  return read
}

const RUNGS: readonly Rung[] = ['notification', 'popup', 'tray', 'sound']
const OUTCOMES: readonly RungOutcome[] = [
  'shown',
  'given',
  'refused',
  'failed',
  'unsupported',
  'no-answer',
  'off',
]
