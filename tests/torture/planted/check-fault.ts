import type { PlantedFault } from './planted-fault.ts'
import { runPlanted, type PlantedShift, type ShiftOf } from './run-planted.ts'

/** Null if the fault breaks its rule in its shift, otherwise one sentence. */
export async function faultProblem(fault: PlantedFault): Promise<string | null> {
  const { name, breaks, shift, hours } = fault
  const broken = await brokenBy(fault, [{ shift, hours }])
  if (typeof broken === 'string') return broken
  if (broken[0]?.broken.includes(breaks) === true) return null
  const instead = broken[0]?.broken.join(', ') || 'none'
  const missed = `“${name}” doesn’t break “${breaks}” in shift ${shift} of ${hours} h; it breaks ${instead}.`
  const others = await brokenBy(fault, OTHERS)
  const found = typeof others === 'string' ? undefined : others.find((one) => one.broken.includes(breaks))
  return found === undefined
    ? `${missed} Nor does it in any of ${OTHERS.length} others.`
    : `${missed} It does in shift ${found.shift} of ${found.hours} h.`
}

/** A shift in which a rule is broken without any fault shows nothing. */
export async function soundProblem({ shift, hours }: ShiftOf): Promise<string | null> {
  const [ran] = await runPlanted({ fault: null, shifts: [{ shift, hours }], until: null })
  if (ran?.broken.length === 0) return null
  return `Shift ${shift} of ${hours} h breaks ${ran?.broken.join(', ')} without any fault.`
}

/** Where to look for a fault that isn't caught: the short shifts first. */
const OTHERS: readonly ShiftOf[] = [
  [16, 1],
  [16, 2],
  [60, 8],
].flatMap(([count = 0, hours = 0]) => Array.from({ length: count }, (_, shift) => ({ shift, hours })))

/** A sentence if the shifts didn't run, or not to their end. */
async function brokenBy(
  fault: PlantedFault,
  shifts: readonly ShiftOf[],
): Promise<readonly PlantedShift[] | string> {
  try {
    return await runPlanted({ fault, shifts, until: fault.breaks })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
