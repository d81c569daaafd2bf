import type { KnownCaller } from '../callers/known-caller.ts'
import type { Call, CallEvent, CallKey } from '../domain.ts'
import type { Settings } from '../settings/settings.ts'
import { callerCountText, type CallerCounts } from '../words/callers/caller-count-text.ts'
import { roundedSeconds, timeOfDay } from '../words/formats.ts'
import { callerTitle } from '../callers/caller-title.ts'
import type { Words } from '../words/words.ts'
import { isPaused, type AlertCircumstances } from './alert-circumstances.ts'
import { isSilent } from './alert-preferences.ts'
import { callerText, dialledText, nameText } from './caller-text.ts'
import type { AlertCommand, AlertNotification } from './notification.ts'

export interface CallAlertInput extends AlertCircumstances {
  readonly events: readonly CallEvent[]
  /** The span without responses that these events ended: call ends within it weren't seen. Epoch ms. */
  readonly blind?: { readonly from: number; readonly to: number } | undefined
  /** The current calls after these events. */
  readonly calls: readonly Call[]
  /** True when an alert was requested for the call's current ring, also by an earlier session or before a restart. */
  readonly alerted: (call: CallKey) => boolean
  /** Who is calling; by default nobody knows. */
  readonly callerOf?: ((call: Call) => KnownCaller | null) | undefined
  /** How often their callers called; absent in a replay, which has no history. */
  readonly stories?: Readonly<Record<CallKey, CallerCounts>>
  /** Ring alerts that were shown and not yet withdrawn: their id, and the call. */
  readonly shown: ReadonlyMap<string, CallKey>
}

/**
 * What to show and to withdraw: one alert for each ring, gone as soon as its call stops ringing, and a quiet one for
 * each missed call. While paused or switched off, nothing new is shown, but alerts are still withdrawn.
 */
export function planCallAlerts(input: CallAlertInput): readonly AlertCommand[] {
  const ringing = new Set(input.calls.filter((call) => call.phase === 'ringing').map((call) => call.key))
  const news = input.events.filter((event) => event.type !== 'ringing' || !input.alerted(event.call.key))
  const ringingAnew = new Set(news.filter((event) => event.type === 'ringing').map((event) => event.call.key))
  const over = [...input.shown].filter(([, call]) => !ringing.has(call) || ringingAnew.has(call))
  return [
    ...over.map(([id]): AlertCommand => ({ do: 'withdraw', id })),
    ...(isPaused(input) ? [] : news.flatMap((event) => alertFor(event, input))),
  ]
}

function alertFor(event: CallEvent, input: CallAlertInput): readonly AlertCommand[] {
  const { settings } = input
  if (event.type === 'ringing' && settings.alertOnRing)
    return [{ do: 'show', notification: ringAlert(event, input) }]
  if (event.type === 'ended' && event.outcome === 'missed' && settings.alertOnMissed)
    return [{ do: 'show', notification: callAlert('missed', event, input, [missedWhen(event, input)]) }]
  return []
}

/** Never reused: the same call rings again at another time. 64 characters at most (Electron's limit). */
const alertId = (kind: AlertNotification['kind'], { call, at }: CallEvent): string =>
  `${kind}-${call.ivrid.slice(-40)}-${at}`

/** Who is calling, for a title, and what the lines below it say about them. */
function callerLines(call: Call, { settings, words, callerOf }: CallAlertInput) {
  const number = callerText(call.phone, settings, words)
  const name = nameText(call.name, settings)
  const known = settings.privacy ? null : (callerOf?.(call) ?? null)
  const title = callerTitle(known, words)
  if (title === '') return { who: number, lines: [name] }
  return { who: title, lines: [number, known?.name === call.name ? '' : name] }
}

/** Of the caller's story only how often they called: a locked screen may show it, and the system may store it (docs/adr). */
function ringAlert(event: CallEvent, input: CallAlertInput): AlertNotification {
  const { did, transferredFrom, key } = event.call
  const { settings, words } = input
  const story = input.stories?.[key]
  return callAlert('ring', event, input, [
    dialledText(did, settings, words),
    transferredFrom === null ? '' : words.alert.transferred,
    story === undefined || settings.privacy ? '' : callerCountText(story, words),
  ])
}

export const joined = (lines: readonly string[]): string => lines.filter((line) => line !== '').join(' · ')

/** How long it rang is only known if its end was seen. */
function missedWhen({ call, at }: CallEvent, { blind, words }: CallAlertInput): string {
  const { locale, alert, times } = words
  return blind === undefined
    ? alert.missedBody(timeOfDay(at, locale), times.duration(roundedSeconds(at - call.startedAt)))
    : alert.missedUnseen(timeOfDay(blind.from, locale), timeOfDay(blind.to, locale))
}

function callAlert(
  kind: 'ring' | 'missed',
  event: CallEvent,
  input: CallAlertInput,
  details: readonly string[],
): AlertNotification {
  const { call } = event
  const { settings, words } = input
  const { who, lines } = callerLines(call, input)
  const { privacy, alert } = words
  const [hidden, shown] =
    kind === 'ring' ? [privacy.incomingCall, alert.ringing(who)] : [privacy.missedCall, alert.missed(who)]
  return {
    id: alertId(kind, event),
    kind,
    title: settings.privacy ? hidden : shown,
    body: joined([...lines, ...details]),
    call: call.key,
    stays: kind === 'ring',
    silent: isSilent(kind, settings),
    ...buttonsOf(call, settings, words),
  }
}

export const buttonsOf = (
  { phone }: Pick<Call, 'phone'>,
  { crmRules }: Settings,
  words: Words,
): Pick<AlertNotification, 'copyLabel' | 'pageLabel'> => ({
  copyLabel: phone.kind === 'withheld' ? null : words.copy.number,
  ...(crmRules.length > 0 ? { pageLabel: words.crmPage.open } : {}),
})
