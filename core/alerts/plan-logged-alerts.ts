import type { MissedCall } from '../domain.ts'
import { momentText } from '../words/moment-text.ts'
import { isPaused, type AlertCircumstances } from './alert-circumstances.ts'
import { callerText, nameText } from './caller-text.ts'
import type { AlertCommand, AlertNotification } from './notification.ts'
import { buttonsOf, joined } from './plan-call-alerts.ts'

export interface LoggedAlertInput extends AlertCircumstances {
  /** Missed calls that the call log has just added, in any order. */
  readonly missed: readonly Pick<MissedCall, 'key' | 'phone' | 'name' | 'startedAt' | 'calledBack'>[]
}

const LISTED = 3 // the lines that a notification shows

/**
 * What to show for missed calls that were found in the call log: one notification for all of them, always silent, with
 * their times. None for callers who were spoken to since.
 */
export function planLoggedAlerts(input: LoggedAlertInput): readonly AlertCommand[] {
  const missed = input.missed
    .filter(({ calledBack }) => calledBack === undefined)
    .toSorted((a, b) => b.startedAt - a.startedAt)
  const [latest, ...others] = missed
  if (!input.settings.alertOnMissed || isPaused(input) || latest === undefined) return []
  return [
    {
      do: 'show',
      notification: {
        id: `missed-log-${input.now}`, // unique: each response is announced once
        kind: 'missed',
        call: latest.key,
        ...{ stays: false, silent: true },
        ...(others.length === 0 ? ofOne(latest, input) : ofMany(missed, input)),
      },
    },
  ]
}

type Missed = LoggedAlertInput['missed'][number]
type Content = Pick<AlertNotification, 'title' | 'body' | 'copyLabel' | 'pageLabel'>

function ofOne(one: Missed, { settings, now, words }: LoggedAlertInput): Content {
  const { alert, privacy, locale } = words
  return {
    title: settings.privacy ? privacy.missedCall : alert.missed(callerText(one.phone, settings, words)),
    body: joined([nameText(one.name, settings), alert.logged(momentText(one.startedAt, now, locale))]),
    ...buttonsOf(one, settings, words),
  }
}

function ofMany(missed: readonly Missed[], { settings, now, words }: LoggedAlertInput): Content {
  const line = ({ startedAt, phone }: Missed): string =>
    `${momentText(startedAt, now, words.locale)} · ${callerText(phone, settings, words)}`
  const lines = missed.slice(0, LISTED).map(line)
  return { title: words.alert.loggedMany(missed.length), body: lines.join('\n'), copyLabel: null }
}
