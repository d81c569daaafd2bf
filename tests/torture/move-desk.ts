import type { Clock } from '../../core/clock.ts'
import type { World } from '../../simulator/world/world.ts'
import type { Incident } from './story.ts'

export interface MoveParts {
  readonly world: World
  readonly trueTime: Clock
  /** The agent's id and name. */
  readonly person: number
  readonly representative: string
}

/** The agent logs out and, after a while, logs in at another extension; with `stays` they are logged in at both. */
export function moveDesk(
  { world, trueTime, person, representative }: MoveParts,
  { lastsMs, desk, stays }: Extract<Incident, { readonly kind: 'move' }>,
): void {
  const at = (run: () => void): void => {
    world.advanceTo(trueTime.now())
    run()
  }
  at(() => {
    if (stays) return
    for (const { extension, onlineUserId } of world.agents())
      if (onlineUserId === person) world.hand.logOut(extension)
  })
  trueTime.after(lastsMs, () =>
    at(() => {
      const agents = world.agents()
      const to = agents[desk % agents.length]
      if (to !== undefined) world.hand.logIn(to.extension, representative)
    }),
  )
}
