import type { Clock } from '../../core/clock.ts'
import type { RingDirection } from './story.ts'
import type { World } from '../../simulator/world/world.ts'

interface Ringing {
  readonly lastsMs: number
  readonly talksMs: number | null
  readonly direction: RingDirection
}

/** A call that rings at the extension and is connected for a while or, with null, given up unanswered. */
export function callIn(
  { world, trueTime, extension }: { world: World; trueTime: Clock; extension: string },
  { lastsMs: ringsMs, talksMs, direction }: Ringing,
): void {
  world.advanceTo(trueTime.now())
  const placed = world.hand.call({ extension, direction })
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
