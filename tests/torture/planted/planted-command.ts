import { availableParallelism } from 'node:os'
import { faultProblem, soundProblem } from './check-fault.ts'
import { PLANTED_FAULTS } from './planted-faults.ts'
import type { ShiftOf } from './run-planted.ts'

/**
 * `npm run torture -- --planted`: plants each fault whose name contains `named`, and prints which rule it breaks in its
 * shift. Returns the exit code: 1 if one isn't caught, or if its shift breaks a rule without it.
 */
export async function plantedCommand(named: string, print: (line: string) => void): Promise<number> {
  const faults = PLANTED_FAULTS.filter(({ name }) => name.includes(named))
  const shifts = new Map(faults.map(({ shift, hours }) => [`${shift} ${hours}`, { shift, hours }]))
  const sound = [...shifts.values()].map((one) => async () => (await soundProblem(one)) ?? null)
  const caught = faults.map((fault) => async () => {
    const problem = await faultProblem(fault)
    if (problem === null) print(`${fault.name}: ${fault.breaks}, in ${shiftName(fault)}`)
    return problem
  })
  let failed = 0
  await inParallel([...caught, ...sound], async (work) => {
    const problem = await work()
    if (problem === null) return
    failed += 1
    print(`FAILED: ${problem}`)
  })
  print(`${faults.length} faults planted, in ${shifts.size} shifts: ${failed} problems`)
  return failed === 0 && faults.length > 0 ? 0 : 1
}

const shiftName = ({ shift, hours }: ShiftOf): string => `shift ${shift} of ${hours} h`

async function inParallel<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  async function lane(): Promise<void> {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await run(one)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
}
