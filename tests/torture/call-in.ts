import type { Clock } from '../../core/clock.ts'
import type { World } from '../../simulator/world/world.ts'

/** A caller who knows the extension: rings there, and talks or, with null, hangs up in vain. */
export function callIn(
  { world, trueTime, extension }: { world: World; trueTime: Clock; extension: string },
  ringsMs: number,
  talksMs: number | null,
): void {
  world.advanceTo(trueTime.now())
  const placed = world.hand.call({ extension })
  if (placed.kind !== 'done' || placed.ivrid === null) return
  const { ivrid } = placed
  const later = (ms: number, run: () => void): void =>
    void trueTime.after(ms, () => {
      world.advanceTo(trueTime.now())
      run()
    })
  later(ringsMs, () => {
    if (talksMs === null) return void world.hand.hangUp({ ivrid })
    world.hand.answer({ ivrid, extension })
    later(talksMs, () => void world.hand.hangUp({ ivrid }))
  })
}
