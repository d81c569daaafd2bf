import type { PartConnection } from '../../core/connection.ts'
import { frozenAt } from '../calls/call-timing.ts'

interface Part {
  readonly connection: PartConnection
  readonly lastGoodAt: number | null
}

/** When a part on screen was last true (epoch ms), for timers that must stop; null while it is true now. */
export const partFrozenAt = ({ connection, lastGoodAt }: Part): number | null =>
  connection.kind === 'off' ? (lastGoodAt ?? 0) : frozenAt(connection, lastGoodAt)
