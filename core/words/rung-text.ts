import type { Rung, RungOutcome } from '../domain.ts'
import type { WindowWords as Words } from './words.ts'

/** What of this computer explains why a rung did not tell. `mac`: any Mac; `wayland`: a Wayland session on Linux. */
export type RungDesk = 'mac' | 'wayland' | 'other'

/** What became of one way to tell of a ring, in words; with the reason where the system is known to have one. */
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
