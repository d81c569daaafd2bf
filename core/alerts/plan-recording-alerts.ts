import type { GuardWarning } from '../recording-guard/guard-state.ts'
import { recordingWarningText } from '../words/recording-warning-text.ts'
import { isPaused, type AlertCircumstances } from './alert-circumstances.ts'
import { isSilent } from './alert-preferences.ts'
import { callerText } from './caller-text.ts'
import type { AlertNotification } from './notification.ts'
import { plainAlert } from './plain-alert.ts'
import { replaceAlerts, type Announced } from './replace-alerts.ts'

export interface RecordingAlertInput extends AlertCircumstances {
  /** New warnings: each is shown once. */
  readonly raised: readonly GuardWarning[]
  /** All current warnings. */
  readonly holding: readonly GuardWarning[]
  /** By the id of the warning. */
  readonly announced: Announced<number>
}

/** What to show and to withdraw for the recording guard: a warning once, and only as long as it applies. */
export function planRecordingAlerts(input: RecordingAlertInput): ReturnType<typeof replaceAlerts<number>> {
  const { raised, holding, announced, settings } = input
  const holds = new Set(holding.map(({ id }) => id))
  const isQuiet = !settings.alertOnRecording || isPaused(input)
  const news = isQuiet ? [] : raised.filter(({ id }) => holds.has(id))
  const alerts = news.map((warning) => [warning.id, alertOf(warning, input)] as const)
  return replaceAlerts(announced, (id) => holds.has(id), alerts, false)
}

function alertOf(warning: GuardWarning, { settings, now, words }: RecordingAlertInput): AlertNotification {
  const { title, detail, remedy } = recordingWarningText(warning, words, now)
  const caller = warning.phone === null ? '' : callerText(warning.phone, settings, words)
  return {
    ...plainAlert({
      id: `recording-${warning.at}-${warning.id}`,
      kind: 'recording',
      title,
      body: [caller, detail].filter((part) => part !== '').join('\n'),
      silent: isSilent('recording', settings),
    }),
    call: warning.call,
    ...(warning.remedy.do === 'acknowledge' ? {} : { remedy: { label: remedy, warning: warning.id } }),
  }
}
