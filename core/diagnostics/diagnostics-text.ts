import type { SettingsView, WindowState } from '../contract.ts'
import type { Connection, Doubt, Failure } from '../connection.ts'
import type { WatchingReport } from '../report/watching-report.ts'
import { SETTING_KEYS } from '../settings/settings.ts'

/** The input of the diagnostics: no values of settings, nothing about calls. */
export interface DiagnosticsFacts {
  readonly now: number
  /** The runtime, such as `Electron 45.4.1` or `browser host`. */
  readonly host: string
  /** Such as `node` and `24.21.0`. */
  readonly versions: Readonly<Record<string, string>>
  readonly platform: string
  readonly view: Pick<
    SettingsView,
    | 'version'
    | 'language'
    | 'locked'
    | 'problems'
    | 'code'
    | 'secretKeeping'
    | 'notices'
    | 'webhook'
    | 'updates'
  >
  readonly state: Pick<WindowState, 'watch' | 'queues' | 'demo' | 'journalTrouble' | 'alertsPausedUntil'>
  /** The ring ledger's figures for the last 7 days. */
  readonly report: WatchingReport
  /** The log's last warnings with their times, newest last; masked. */
  readonly warnings: readonly { readonly at: number; readonly line: string }[]
}

/**
 * What an administrator needs first, as plain English lines: for a technician, whatever the user's language.
 * Times are UTC. Nothing in it is personal or secret: only kinds, counts and versions, and masked log lines.
 */
export function diagnosticsText(facts: DiagnosticsFacts): string {
  const { view, state } = facts
  return [
    `Ringside ${view.version}, ${moment(facts.now)}`,
    `host: ${facts.host}`,
    `platform: ${facts.platform}`,
    `versions: ${listed(Object.entries(facts.versions).map(([name, version]) => `${name} ${version}`))}`,
    `language: ${view.language}`,
    `set by policy: ${listed(view.locked)}`,
    `settings not used: ${listed(view.problems.map(({ source, key, why }) => `${source} ${known(key)} (${why})`))}`,
    `notices: ${listed(view.notices.map(({ kind }) => kind))}`,
    `code: ${view.code}, keeping: ${view.secretKeeping}, webhook secret: ${view.webhook.secret}`,
    `updates: ${view.updates.kind}${'why' in view.updates ? ` (${view.updates.why})` : ''}`,
    ...watching(facts),
    `history: ${state.journalTrouble?.kind ?? 'fine'}`,
    ...ledger(facts.report),
    ...warnings(facts.warnings),
  ].join('\n')
}

function watching({ now, state }: DiagnosticsFacts): readonly string[] {
  const { watch, queues } = state
  const { clock } = watch
  return [
    `watching: ${state.demo ? 'the demo' : 'an account'}`,
    `connection: ${connectionText(watch.connection)}, last good answer: ${ago(watch.lastGoodAt, now)}`,
    `queues: ${queues.connection.kind}, last good answer: ${ago(queues.lastGoodAt, now)}`,
    clock === null
      ? 'clock: not known yet'
      : `clock: account at UTC${signed(clock.offsetMinutes)} min by ${clock.source}, this computer ${signed(
          Math.round(clock.computerErrorMs / 1000),
        )} s, believed for ${ago(clock.since, now)}`,
    `alerts: ${state.alertsPausedUntil === null ? 'not paused' : 'paused'}`,
  ]
}

function connectionText(connection: Connection): string {
  switch (connection.kind) {
    case 'live':
    case 'unknown-extension':
      return connection.kind
    case 'paused':
    case 'refused':
      return `${connection.kind} (${connection.why})`
    case 'connecting':
    case 'stale':
      return connection.failure === null
        ? connection.kind
        : `${connection.kind} (${failureText(connection.failure)})`
  }
}

function failureText(failure: Failure | Doubt): string {
  if (failure.kind === 'faulty') return `faulty, HTTP ${failure.status}, ERR ${failure.err ?? 'none'}`
  return 'why' in failure ? `${failure.kind}, ${failure.why}` : failure.kind
}

function ledger({ rings, alerted, outcomes, delays, blindSpots }: WatchingReport): readonly string[] {
  const came = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${count}`)
  return [
    `rings in 7 days: ${rings}, alerted ${alerted} (${listed(came)})`,
    `ring to alert: ${delays === null ? 'none measured' : `p50 ${delays.p50} s, p95 ${delays.p95} s, worst ${delays.worst} s`}`,
    `blind spots: ${listed([...counted(blindSpots.map(({ why }) => why))].map(([why, count]) => `${why} ${count}`))}`,
  ]
}

function warnings(lines: DiagnosticsFacts['warnings']): readonly string[] {
  if (lines.length === 0) return ['last warnings: none']
  return ['last warnings:', ...lines.map(({ at, line }) => `  ${moment(at)} ${line}`)]
}

function counted<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** A path such as `crmRules[2].url`; a name that isn't a setting could be anything, and isn't repeated. */
const known = (key: string): string =>
  SETTING_KEYS.some((one) => one === key.split(/[.[]/)[0]) ? key : 'unknown key'

const listed = (parts: readonly string[]): string => (parts.length === 0 ? 'none' : parts.join(', '))
const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
const signed = (value: number): string => (value < 0 ? `${value}` : `+${value}`)
const ago = (at: number | null, now: number): string =>
  at === null ? 'never' : `${Math.max(0, Math.round((now - at) / 1000))} s`
