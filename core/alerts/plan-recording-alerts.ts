import type { GuardWarning } from '../recording-guard/guard-state.ts'
import type { Settings } from '../settings/settings.ts'
import { recordingWarningText } from '../words/recording-warning-text.ts'
import type { Words } from '../words/words.ts'
import { isSilent } from './alert-preferences.ts'
import { callerText } from './caller-text.ts'
import type { AlertCommand, AlertNotification } from './notification.ts'

/** Warnings that were shown and still apply: the id of the alert, by the id of the warning. */
export type ShownWarnings = ReadonlyMap<number, string>

export interface RecordingAlertInput {
  /** New warnings: each is shown once. */
  readonly raised: readonly GuardWarning[]
  /** All current warnings. */
  readonly holding: readonly GuardWarning[]
  readonly shown: ShownWarnings
  readonly settings: Settings
  /** Epoch ms until which nothing is shown; null for no pause. */
  readonly pausedUntil: number | null
  readonly now: number
  readonly words: Words
}

/** What to show and to withdraw for the recording guard: a warning once, and only as long as it applies. */
export function planRecordingAlerts(input: RecordingAlertInput): {
  readonly commands: readonly AlertCommand[]
  readonly shown: ShownWarnings
} {
  const { raised, holding, shown, settings, pausedUntil, now } = input
  const holds = new Set(holding.map(({ id }) => id))
  const gone = [...shown].filter(([id]) => !holds.has(id))
  const quiet = !settings.alertOnRecording || (pausedUntil !== null && now < pausedUntil)
  const news = quiet ? [] : raised.filter(({ id }) => holds.has(id))
  if (gone.length === 0 && news.length === 0) return { commands: [], shown }
  return {
    commands: [
      ...gone.map(([, id]): AlertCommand => ({ do: 'withdraw', id })),
      ...news.map((warning): AlertCommand => ({ do: 'show', notification: alertOf(warning, input) })),
    ],
    shown: new Map([
      ...[...shown].filter(([id]) => holds.has(id)),
      ...news.map((warning) => [warning.id, alertId(warning)] as const),
    ]),
  }
}

const alertId = ({ id, at }: GuardWarning): string => `recording-${at}-${id}`

function alertOf(warning: GuardWarning, { settings, now, words }: RecordingAlertInput): AlertNotification {
  const { title, detail, remedy } = recordingWarningText(warning, words, now)
  const caller = warning.phone === null ? '' : callerText(warning.phone, settings, words)
  return {
    id: alertId(warning),
    kind: 'recording',
    title,
    body: [caller, detail].filter((part) => part !== '').join('\n'),
    call: warning.call,
    stays: false,
    silent: isSilent('recording', settings),
    copyLabel: null,
    ...(warning.remedy.do === 'acknowledge' ? {} : { remedy: { label: remedy, warning: warning.id } }),
  }
}
