import type { MissedCall } from '../domain.ts'
import type { Settings } from '../settings/settings.ts'
import { momentText } from '../words/moment-text.ts'
import type { Words } from '../words/words.ts'
import { callerText, nameText } from './caller-text.ts'
import type { AlertCommand, AlertNotification } from './notification.ts'

export interface LoggedAlertInput {
  /** Missed calls that the call log has just added, in any order. */
  readonly missed: readonly Pick<MissedCall, 'key' | 'phone' | 'name' | 'startedAt' | 'calledBack'>[]
  readonly settings: Settings
  /** Epoch ms until which nothing is shown; null for no pause. */
  readonly pausedUntil: number | null
  readonly now: number
  readonly words: Words
}

const LISTED = 3 // the lines that a notification shows

/**
 * What to show for missed calls that were found in the call log: one notification for all of them, always silent, with
 * their times. None for callers who were spoken to since.
 */
export function planLoggedAlerts(input: LoggedAlertInput): readonly AlertCommand[] {
  const { settings, pausedUntil, now } = input
  const isQuiet = !settings.alertOnMissed || (pausedUntil !== null && now < pausedUntil)
  const missed = input.missed
    .filter(({ calledBack }) => calledBack === undefined)
    .toSorted((a, b) => b.startedAt - a.startedAt)
  const latest = missed[0]
  if (isQuiet || latest === undefined) return []
  return [
    { do: 'show', notification: { ...textOf(missed, latest, input), ...rest(latest, missed.length, input) } },
  ]
}

type Missed = LoggedAlertInput['missed'][number]

function textOf(
  missed: readonly Missed[],
  latest: Missed,
  { settings, now, words }: LoggedAlertInput,
): Pick<AlertNotification, 'title' | 'body'> {
  const time = (one: Missed): string => momentText(one.startedAt, now, words.locale)
  const caller = (one: Missed): string => callerText(one.phone, settings, words)
  if (missed.length > 1) {
    const lines = missed.slice(0, LISTED).map((one) => `${time(one)} · ${caller(one)}`)
    return { title: words.alert.loggedMany(missed.length), body: lines.join('\n') }
  }
  return {
    title: settings.privacy ? words.privacy.missedCall : words.alert.missed(caller(latest)),
    body: [nameText(latest.name, settings), words.alert.logged(time(latest))]
      .filter((part) => part !== '')
      .join(' · '),
  }
}

/** `now` makes the id unique: each response is announced once. */
const rest = (
  { key, phone }: Missed,
  count: number,
  { settings, now, words }: LoggedAlertInput,
): Omit<AlertNotification, 'title' | 'body'> => ({
  id: `missed-log-${now}`,
  kind: 'missed',
  call: key,
  stays: false,
  silent: true,
  copyLabel: count > 1 || phone.kind === 'withheld' ? null : words.copy.number,
  ...(count === 1 && settings.crmRules.length > 0 ? { pageLabel: words.crmPage.open } : {}),
})
