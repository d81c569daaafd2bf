import { planRecordingAlerts, type ShownWarnings } from '../../../core/alerts/plan-recording-alerts.ts'
import type { GuardWarning } from '../../../core/recording-guard/guard-state.ts'
import { createPlannedAlerts, type PlannedAlertParts } from './planned-alerts.ts'

/** The alerts of the recording guard: one for each warning, while it holds. */
export interface RecordingAlerts {
  follow(raised: readonly GuardWarning[], holding: readonly GuardWarning[]): void
}

export function createRecordingAlerts(parts: PlannedAlertParts): RecordingAlerts {
  const alerts = createPlannedAlerts(parts)
  let shown: ShownWarnings = new Map()
  return {
    follow(raised, holding) {
      const plan = planRecordingAlerts({ raised, holding, shown, ...alerts.circumstances() })
      shown = plan.shown
      alerts.carryOut(plan.commands)
    },
  }
}
