import type { MoveParts } from '../move-desk.ts'

/** Someone else logs in at the extension, and after a while the agent does again. */
export function seatGuest(
  { world, trueTime, representative, extension }: MoveParts & { readonly extension: string },
  { lastsMs }: { readonly lastsMs: number },
): void {
  const logIn = (name: string): void => {
    world.advanceTo(trueTime.now())
    world.hand.logIn(extension, name)
  }
  const guest = world.agents().find(({ name }) => name !== representative)
  if (guest === undefined) return
  logIn(guest.name)
  trueTime.after(lastsMs, () => logIn(representative))
}
