import type { Call, CallEvent, CallKey } from '../domain.ts'
import type { Settings } from '../settings/settings.ts'
import { callerCountText, type CallerCounts } from '../words/callers/caller-count-text.ts'
import { roundedSeconds, timeOfDay } from '../words/formats.ts'
import type { Words } from '../words/words.ts'
import { isSilent } from './alert-preferences.ts'
import { callerText, dialledText, nameText } from './caller-text.ts'
import type { AlertCommand, AlertNotification } from './notification.ts'

export interface CallAlertInput {
  readonly events: readonly CallEvent[]
  /** The span without responses that these events ended: call ends within it weren't seen. Epoch ms. */
  readonly blind?: { readonly from: number; readonly to: number } | undefined
  /** The current calls after these events. */
  readonly calls: readonly Call[]
  /** True when an alert was requested for the call's current ring, also by an earlier session or before a restart. */
  readonly alerted: (call: CallKey) => boolean
  /** How often their callers called; absent in a replay, which has no history. */
  readonly stories?: Readonly<Record<CallKey, CallerCounts>>
  /** Ring alerts that were shown and not yet withdrawn: their id, and the call. */
  readonly shown: ReadonlyMap<string, CallKey>
  readonly settings: Settings
  /** Epoch ms until which nothing is shown; null for no pause. */
  readonly pausedUntil: number | null
  readonly now: number
  readonly words: Words
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
  const paused = input.pausedUntil !== null && input.now < input.pausedUntil
  return [
    ...over.map(([id]): AlertCommand => ({ do: 'withdraw', id })),
    ...(paused ? [] : news.flatMap((event) => alertFor(event, input))),
  ]
}

function alertFor(
  event: CallEvent,
  { blind, stories, settings, words }: CallAlertInput,
): readonly AlertCommand[] {
  if (event.type === 'ringing' && settings.alertOnRing)
    return [{ do: 'show', notification: ringAlert(event, stories?.[event.call.key], settings, words) }]
  if (event.type === 'ended' && event.outcome === 'missed' && settings.alertOnMissed) {
    return [
      { do: 'show', notification: missedAlert(event, missedWhen(event, blind, words), settings, words) },
    ]
  }
  return []
}

/** Never reused: the same call rings again at another time. 64 characters at most (Electron's limit). */
const alertId = (kind: AlertNotification['kind'], { call, at }: CallEvent): string =>
  `${kind}-${call.ivrid.slice(-40)}-${at}`

/** Of the caller's story only how often they called: a locked screen may show it, and the system may store it (docs/adr). */
function ringAlert(
  event: CallEvent,
  story: CallerCounts | undefined,
  settings: Settings,
  words: Words,
): AlertNotification {
  const { call } = event
  const lines = [
    nameText(call.name, settings),
    dialledText(call.did, settings, words),
    call.transferredFrom === null ? '' : words.alert.transferred,
    story === undefined || settings.privacy ? '' : callerCountText(story, words),
  ]
  return {
    id: alertId('ring', event),
    kind: 'ring',
    title: settings.privacy
      ? words.privacy.incomingCall
      : words.alert.ringing(callerText(call.phone, settings, words)),
    body: lines.filter((line) => line !== '').join(' · '),
    call: call.key,
    stays: true,
    silent: isSilent('ring', settings),
    ...buttonsOf(call, settings, words),
  }
}

/** How long it rang is only known if its end was seen. */
function missedWhen({ call, at }: CallEvent, blind: CallAlertInput['blind'], words: Words): string {
  const { locale, alert, history } = words
  return blind === undefined
    ? alert.missedBody(timeOfDay(at, locale), history.duration(roundedSeconds(at - call.startedAt)))
    : alert.missedUnseen(timeOfDay(blind.from, locale), timeOfDay(blind.to, locale))
}

function missedAlert(event: CallEvent, when: string, settings: Settings, words: Words): AlertNotification {
  const { call } = event
  return {
    id: alertId('missed', event),
    kind: 'missed',
    title: settings.privacy
      ? words.privacy.missedCall
      : words.alert.missed(callerText(call.phone, settings, words)),
    body: [nameText(call.name, settings), when].filter((part) => part !== '').join(' · '),
    call: call.key,
    stays: false,
    silent: isSilent('missed', settings),
    ...buttonsOf(call, settings, words),
  }
}

const buttonsOf = (
  { phone }: Call,
  { crmRules }: Settings,
  words: Words,
): Pick<AlertNotification, 'copyLabel' | 'pageLabel'> => ({
  copyLabel: phone.kind === 'withheld' ? null : words.copy.number,
  ...(crmRules.length > 0 ? { pageLabel: words.pages.open } : {}),
})
