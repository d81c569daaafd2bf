import type { FiredStore } from '../../core/crm/fired-store.ts'
import type { Random } from '../../simulator/world/random.ts'

const DEATH_SHARE = 0.004 // the chance per record: about one crash per shift

export interface MortalStoreParts {
  readonly store: FiredStore
  readonly random: Random
  readonly lives: () => boolean
  /** The program dies at this moment. */
  readonly die: () => void
}

/** Records fired rules, in a program that sometimes crashes right before or right after recording one. */
export function createMortalStore({ store, random, lives, die }: MortalStoreParts): FiredStore {
  return {
    wasFired: (rule, call) => store.wasFired(rule, call),
    noteFired(rule, call) {
      const dies = random.chance(DEATH_SHARE)
      const noted = !dies || random.chance(0.5)
      if (lives() && noted) store.noteFired(rule, call)
      if (dies && lives()) die()
    },
  }
}
