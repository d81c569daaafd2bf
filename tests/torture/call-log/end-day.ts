import type { World } from '../../../simulator/world/world.ts'

/** How long the program goes on after the last call of a day, with nothing wrong: the log catches up. */
export const EVENING_MS = 3 * 3_600_000

/** Nobody calls any more, all calls are over, and the agent goes home; the computer stays on. */
export function endDay(world: World, person: number, at: number): void {
  world.advanceTo(at)
  world.setQuiet(true)
  for (const { ivrid } of [...world.calls()]) world.hand.hangUp({ ivrid })
  for (const { extension, onlineUserId } of world.agents())
    if (onlineUserId === person) world.hand.logOut(extension)
}
