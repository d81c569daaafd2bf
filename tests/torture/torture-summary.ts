import type { Shifts } from './run-shifts.ts'
import type { Torture } from './torture.ts'

const figure = (value: number): string => Math.round(value).toLocaleString('en')

const listed = (shifts: readonly number[]): string =>
  shifts.slice(0, MANY).join(', ') + (shifts.length > MANY ? ', …' : '')

const MANY = 10
const OTHERS = ['crash', 'death while acting', 'quit', 'sleep', 'clock-set', 'move']

/** The figures of a run, one per line. */
export function tortureSummary(run: Torture, { seed, hours }: Shifts): readonly string[] {
  const faults = Object.entries(run.faults).toSorted(([one], [other]) => one.localeCompare(other, 'en'))
  const of = (kind: string): string => figure(run.faults[kind] ?? 0)
  const perMinute = run.shifts / (run.tookMs / 60_000)
  return [
    `${figure(run.shifts)} shifts of ${hours} h, seed ${seed}, in ${figure(run.tookMs / 1000)} s: ${figure(perMinute)} shifts a minute`,
    `polls ${figure(run.polls)}, rings seen ${figure(run.rings)}, ring alerts ${figure(run.ringAlerts)}, missed alerts ${figure(run.missedAlerts)}`,
    `pages opened ${figure(run.acts.pages)}, events accepted ${figure(run.acts.events)}, recordings muted or resumed ${figure(run.acts.wishes)}, muted spans stored ${figure(run.acts.mutedSpans)}, statuses set ${figure(run.acts.statuses)}`,
    `crashes ${of('crash')}, while acting ${of('death while acting')}, restarts in order ${of('quit')}, sleeps ${of('sleep')}, clock set ${of('clock-set')}, moves ${of('move')}`,
    `faults: ${faults
      .filter(([kind]) => !OTHERS.includes(kind))
      .map(([kind, count]) => `${kind} ${figure(count)}`)
      .join(', ')}`,
    ...(run.held === 0 ? [] : [`still in memory after their shifts: ${figure(run.held)} companions`]),
    `violations ${figure(run.violations)}`,
    ...[...run.broken].map(([rule, shifts]) => `  ${rule}: in ${shifts.length} shifts (${listed(shifts)})`),
  ]
}
