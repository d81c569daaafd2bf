import type { WatchingReport } from '../../../core/report/watching-report.ts'
import type { TakenStep } from '../taken-step.ts'
import type { LegId } from '../view.ts'
import type { Violation } from '../violation.ts'

const RULE = 'ledger complete'

/**
 * The ring ledger contains each ring that a good response showed, once, and no alert that was not shown. The rings of
 * forgotten callers are deleted with their calls.
 */
export function ledgerComplete(
  steps: readonly TakenStep[],
  { rings, alerted }: WatchingReport,
  callersForgotten = false,
): readonly Violation[] {
  const seen = new Set<LegId>()
  let alerts = 0
  for (const { what, alerts: shown } of steps) {
    alerts += shown.filter(({ kind }) => kind === 'ring').length
    if (what.kind !== 'good') continue
    for (const { word, leg } of what.view.calls) if (word === 'Ringing') seen.add(leg)
  }
  const texts: string[] = []
  if (rings > seen.size || (rings < seen.size && !callersForgotten))
    texts.push(`${rings} rings in the ledger, ${seen.size} seen`)
  if (alerted > alerts) texts.push(`${alerted} rings in the ledger as alerted, ${alerts} alerts`)
  return texts.map((what) => ({ rule: RULE, at: steps.at(-1)?.at ?? 0, what }))
}
