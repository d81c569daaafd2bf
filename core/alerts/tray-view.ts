import type { KnownCaller } from '../callers/known-caller.ts'
import { cutText } from '../cut-text.ts'
import type { AgentState, Call, CallKey, MissedCall } from '../domain.ts'
import type { QueuesState } from '../surroundings.ts'
import type { RecordingView } from '../recording-guard/guard-view.ts'
import { rulesByHand } from '../settings/rules-by-hand.ts'
import type { Settings } from '../settings/settings.ts'
import { copyText } from '../words/copy-text.ts'
import { isolated, ownLine, timeOfDay } from '../words/formats.ts'
import type { Words } from '../words/words.ts'
import { callerTitle } from '../callers/caller-title.ts'
import { callerText } from './caller-text.ts'
import { awayPart, statusMenu, type TrayStatusInput } from './tray-status.ts'
import type { TrayAction, TrayIcon, TrayItem, TrayView } from './tray.ts'

export interface TrayInput extends TrayStatusInput {
  readonly missed: readonly MissedCall[]
  /** Who the live calls' callers are. */
  readonly callers: Readonly<Record<CallKey, KnownCaller>>
  readonly alertsPausedUntil: number | null
  readonly demo: boolean
  readonly queues: QueuesState
  readonly recordings: Readonly<Record<CallKey, Pick<RecordingView, 'toggle'>>>
  readonly settings: Settings
  /** Problems of Ringside itself. */
  readonly notes: readonly TrayNote[]
}

/**
 * `window-failed`: its page keeps crashing. `watch-stopped`: polling had stopped, and was restarted. `keychain-waits`: it has
 * not released the code yet.
 */
export type TrayNote = 'window-failed' | 'watch-stopped' | 'keychain-waits'

/** The tray for a state: icon, tooltip and menu with the same information. */
export function trayView(input: TrayInput): TrayView {
  return { icon: trayIcon(input), tooltip: tooltip(input), menu: menu(input) }
}

/**
 * The most urgent thing: a lost connection first, because then nothing else is certain; then what the agent must act
 * on.
 */
function trayIcon({ watch, missed }: TrayInput): TrayIcon {
  if (watch.connection.kind !== 'live') return 'disconnected'
  const has = (phase: Call['phase']): boolean => watch.calls.some((call) => call.phase === phase)
  const muted = watch.calls.some(isMuted)
  if (has('ringing')) return muted ? 'ringing-muted' : 'ringing'
  if (muted) return 'muted'
  if (has('talking') || has('other')) return 'talking'
  if (has('dialing')) return 'dialing'
  if (has('held')) return 'held'
  // Once the list was looked at, the count is reminder enough.
  return missed.some(({ seen, calledBack }) => !seen && calledBack === undefined) ? 'missed' : 'idle'
}

/** Missed calls whose caller wasn't spoken to since. */
const leftToDo = (missed: readonly MissedCall[]): number =>
  missed.filter((one) => one.calledBack === undefined).length

const isMuted = ({ connected, recording }: Call): boolean => connected && recording.state === 'muted'

/** How much of a tooltip Windows shows, in UTF-16 units. */
const MAX_TOOLTIP = 127
const MORE = '…'
/** How much of it one call may use: with a long name it would not fit at all. */
const MAX_PART = 60
const BEHIND_RINGING: readonly Call['phase'][] = ['talking', 'other', 'dialing', 'held']

/** The most urgent first; if the text is too long, the parts that fit completely, and "…". */
function tooltip(input: TrayInput): string {
  const { watch, missed, queues, alertsPausedUntil, demo, settings, words, notes } = input
  const left = leftToDo(missed)
  const callsIn = (phase: Call['phase']): readonly string[] =>
    watch.calls.filter((call) => call.phase === phase).map((call) => shortened(callLine(call, input)))
  const parts = [
    demo ? `${words.appName} (${words.tray.demo})` : words.appName,
    ...connectionParts(watch, words),
    ...callsIn('ringing'),
    ...(watch.calls.some(isMuted) ? [words.call.recordingMuted] : []),
    ...BEHIND_RINGING.flatMap(callsIn),
    ...(left > 0 ? [words.tray.missed(left)] : []),
    ...waitingParts(queues, words),
    ...awayPart(input),
    ...notes.map((note) => words.stay[NOTES[note]]),
    ...(alertsPausedUntil === null ? [] : [pausedLine(alertsPausedUntil, words)]),
    ...(settings.privacy ? [words.privacy.on] : []),
  ]
  const line = (shown: readonly string[]): string => ownLine(shown.join(' · '), words.direction)
  const fits = (shown: readonly string[]): boolean => line(shown).length <= MAX_TOOLTIP
  if (fits(parts)) return line(parts)
  const fitting = parts.reduce<readonly string[]>(
    (shown, part) => (fits([...shown, part, MORE]) ? [...shown, part] : shown),
    [],
  )
  return line([...fitting, MORE])
}

/** With a long name it is cut; what isolates the direction of the name is closed again. */
function shortened(part: string): string {
  const shown = cutText(part, MAX_PART - 2)
  const opened = shown.match(/[\u2066-\u2068]/g)?.length ?? 0
  const closed = shown.match(/\u2069/g)?.length ?? 0
  return shown + '\u2069'.repeat(opened - closed)
}

function waitingParts({ connection, queues }: QueuesState, words: Words): readonly string[] {
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0)
  return connection.kind === 'live' && waiting > 0 ? [words.tray.waiting(waiting)] : []
}

function connectionParts(watch: AgentState, words: Words): readonly string[] {
  if (watch.connection.kind === 'live') return watch.calls.length === 0 ? [words.tray.idle] : []
  if (watch.connection.kind === 'stale')
    return [`${words.connection.stale} ${timeOfDay(watch.connection.since, words.locale)}`]
  return [words.tray.disconnected]
}

function callLine(call: Call, { settings, words, callers }: TrayInput): string {
  const phase = words.call.phase(call.phase, call.statusWord)
  const who = settings.privacy ? '' : callerTitle(callers[call.key], words)
  const caller = who === '' ? callerText(call.phone, settings, words) : who
  return `${call.phase === 'other' ? isolated(phase) : phase}: ${caller}`
}

const pausedLine = (until: number, words: Words): string =>
  words.tray.pausedUntil(timeOfDay(until, words.locale))

function menu(input: TrayInput): readonly TrayItem[] {
  const { watch, words, notes } = input
  const { privacy } = input.settings
  const line: TrayItem = { kind: 'line' }
  return [
    ...(watch.connection.kind === 'live'
      ? []
      : [read(tooltip({ ...input, watch: { ...watch, calls: [] }, missed: [], notes: [] })), line]),
    ...notes.map((note) => read(words.stay[NOTES[note]])),
    ...(notes.length === 0 ? [] : [line]),
    ...watch.calls.map((call) => callMenu(call, input)),
    ...(watch.calls.length === 0 ? [] : [line]),
    entry(openLabel(input), { do: 'open' }),
    ...statusMenu(input),
    pauseMenu(input),
    entry(privacy ? words.privacy.show : words.privacy.hide, { do: 'privacy', on: !privacy }),
    entry(words.tray.settings, { do: 'settings' }),
    line,
    entry(words.tray.quit, { do: 'quit' }),
  ]
}

const NOTES = {
  'window-failed': 'windowFailed',
  'watch-stopped': 'watchStopped',
  'keychain-waits': 'keychainWaits',
} as const satisfies Readonly<Record<TrayNote, keyof Words['stay']>>

const entry = (label: string, action: TrayAction | null): TrayItem => ({ kind: 'entry', label, action })

const read = (label: string): TrayItem => entry(label, null)

function openLabel({ missed, words }: TrayInput): string {
  const left = leftToDo(missed)
  return left === 0 ? words.tray.open : `${words.tray.open} (${words.tray.missed(left)})`
}

function callMenu(call: Call, input: TrayInput): TrayItem {
  const { settings, words, recordings } = input
  const toggle = canMute(call) ? recordings[call.key]?.toggle : undefined
  const copies = COPIES.map((what) => ({ what, text: copyText(call, what, settings.numberFormat) }))
  return {
    kind: 'submenu',
    label: callLine(call, input),
    items: [
      entry(words.tray.open, { do: 'open-call', call: call.key }),
      ...(toggle === undefined ? [] : [muteEntry(call.key, toggle === 'mute', words)]),
      ...pageEntries(call.key, settings, words),
      ...copies
        .filter(({ text }) => text !== '')
        .map(({ what, text }) => {
          const label = settings.privacy ? words.copy[what] : `${words.copy[what]}: ${isolated(text)}`
          return entry(label, { do: 'copy', call: call.key, what })
        }),
      entry(words.copy.card, { do: 'copy', call: call.key, what: 'card' }),
    ],
  }
}

const COPIES = ['number', 'name', 'did', 'ivrid'] as const

/** One entry for one rule, a menu of them for several. */
function pageEntries(call: CallKey, settings: Settings, words: Words): readonly TrayItem[] {
  const rules = rulesByHand(settings)
  const page = (label: string, rule: string): TrayItem => entry(label, { do: 'open-page', call, rule })
  const [first, ...more] = rules
  if (first === undefined) return []
  if (more.length === 0) return [page(words.crmPage.open, first.name)]
  const items = rules.map(({ name }) => page(isolated(name), name))
  return [{ kind: 'submenu', label: words.crmPage.open, items }]
}

/** Before the call is answered there is nothing to mute. */
const canMute = ({ phase, recording }: Call): boolean =>
  (phase !== 'ringing' && phase !== 'dialing') || recording.state === 'muted'

const muteEntry = (call: CallKey, muted: boolean, { guard }: Words): TrayItem =>
  entry(muted ? guard.mute : guard.resume, { do: 'mute', call, muted })

function pauseMenu({ alertsPausedUntil, words }: TrayInput): TrayItem {
  if (alertsPausedUntil !== null) {
    const label = `${words.tray.endPause} (${pausedLine(alertsPausedUntil, words)})`
    return entry(label, { do: 'pause-alerts', minutes: null })
  }
  return {
    kind: 'submenu',
    label: words.tray.pauseAlerts,
    items: [
      entry(words.tray.pauseFor15, { do: 'pause-alerts', minutes: 15 }),
      entry(words.tray.pauseFor60, { do: 'pause-alerts', minutes: 60 }),
    ],
  }
}
