import { availableParallelism } from 'node:os'
import { runParts } from '../../../scripts/parts/run-parts.ts'
import { faultProblem, soundProblem } from './check-fault.ts'
import type { PlantedFault } from './planted-fault.ts'
import { PLANTED_FAULTS } from './planted-faults.ts'
import type { ShiftOf } from './run-planted.ts'

/**
 * `npm run torture -- --planted`: plants each fault whose name contains `named`, and prints which rule it breaks in its
 * shift. Returns the exit code: 1 if one isn't caught, or if its shift breaks a rule without it.
 */
export async function plantedCommand(named: string, print: (line: string) => void): Promise<number> {
  const faults = PLANTED_FAULTS.filter(({ name }) => name.includes(named))
  const shifts = [...new Map(faults.map((fault) => [shiftName(fault), fault])).values()]
  const works = new Map<string, () => Promise<string | null>>([
    ...faults.map((fault) => [fault.name, () => caught(fault)] as const),
    ...shifts.map((one) => [shiftName(one), () => soundProblem(one)] as const),
  ])

  async function caught(fault: PlantedFault): Promise<string | null> {
    const problem = await faultProblem(fault)
    if (problem === null) print(`${fault.name}: ${fault.breaks}, in ${shiftName(fault)}`)
    return problem
  }

  async function run(name: string): Promise<readonly string[]> {
    const problem = (await works.get(name)?.()) ?? null
    if (problem === null) return []
    print(`FAILED: ${problem}`)
    return [problem]
  }

  const parts = [...works.keys()].map((name) => ({ scripts: [name] }))
  const failed = await runParts(parts, availableParallelism(), run)
  print(`${faults.length} faults planted, in ${shifts.length} shifts: ${failed.length} problems`)
  return failed.length === 0 && faults.length > 0 ? 0 : 1
}

const shiftName = ({ shift, hours }: ShiftOf): string => `shift ${shift} of ${hours} h`
