import type { Rung, RungOutcome } from '../domain.ts'
import type { WindowWords as Words } from './words.ts'

/** The property of this computer that explains why a rung failed. `mac`: any Mac; `wayland`: a Wayland session on Linux. */
export type RungDesk = 'mac' | 'wayland' | 'other'

/** The outcome of one way to alert for a ring, in words; with the reason if the system is known to have one. */
export function rungText(
  { ladder }: Pick<Words, 'ladder'>,
  rung: Rung,
  outcome: RungOutcome,
  desk: RungDesk,
): string {
  if (rung === 'notification' && outcome === 'failed' && desk === 'mac') return ladder.unsigned
  if (rung === 'popup' && outcome === 'unsupported' && desk === 'wayland') return ladder.noPopup
  return ladder.outcomes[outcome]
}
