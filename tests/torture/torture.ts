import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Shifts } from './run-shifts.ts'
import { added, type ShiftReport } from './shift-report.ts'

/** All shifts of a run together. */
export interface Torture {
  readonly shifts: number
  readonly tookMs: number
  readonly polls: number
  readonly rings: number
  readonly ringAlerts: number
  readonly missedAlerts: number
  readonly acts: ShiftReport['acts']
  readonly faults: Readonly<Record<string, number>>
  readonly violations: number
  /** For each rule, the shifts in which it was broken. */
  readonly broken: ReadonlyMap<string, readonly number[]>
  /** The first shift in which a rule was broken. */
  readonly failing: ShiftReport | null
  /** Companions still in memory after all shifts; there should be none. */
  readonly held: number
}

/** Runs shifts on all cores, and reports each when it is over. Rejects when a thread fails. */
export async function torture(
  asked: Shifts,
  now: () => number,
  over: (report: ShiftReport, done: number) => void = () => undefined,
): Promise<Torture> {
  const began = now()
  const reports: ShiftReport[] = []
  const threads = Math.max(1, Math.min(availableParallelism(), asked.shifts.length))
  const held = await Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const shifts = asked.shifts.filter((_shift, index) => index % threads === thread)
      return runThread({ ...asked, shifts }, (report) => over(report, reports.push(report)))
    }),
  )
  const sum = (pick: (report: ShiftReport) => number): number =>
    reports.reduce((all, one) => all + pick(one), 0)
  const failing = reports
    .filter(({ violations }) => violations.length > 0)
    .toSorted((one, other) => one.shift - other.shift)
  return {
    shifts: reports.length,
    tookMs: now() - began,
    polls: sum(({ polls }) => polls),
    rings: sum(({ rings }) => rings),
    ringAlerts: sum(({ ringAlerts }) => ringAlerts),
    missedAlerts: sum(({ missedAlerts }) => missedAlerts),
    acts: {
      pages: sum(({ acts }) => acts.pages),
      events: sum(({ acts }) => acts.events),
      wishes: sum(({ acts }) => acts.wishes),
      mutedSpans: sum(({ acts }) => acts.mutedSpans),
      statuses: sum(({ acts }) => acts.statuses),
    },
    faults: reports.reduce<Readonly<Record<string, number>>>((all, { faults }) => added(all, faults), {}),
    violations: sum(({ violations }) => violations.length),
    broken: brokenIn(failing),
    failing: failing[0] ?? null,
    held: held.reduce((all, one) => all + one, 0),
  }
}

function brokenIn(failing: readonly ShiftReport[]): ReadonlyMap<string, readonly number[]> {
  const broken = new Map<string, readonly number[]>()
  for (const { shift, violations } of failing) {
    for (const rule of new Set(violations.map((one) => one.rule))) {
      broken.set(rule, [...(broken.get(rule) ?? []), shift])
    }
  }
  return broken
}

type Message = { readonly report: ShiftReport } | { readonly held: number }

function runThread(shifts: Shifts, report: (report: ShiftReport) => void): Promise<number> {
  const worker = new Worker(new URL('./shifts-worker.ts', import.meta.url), { workerData: shifts })
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('report' in message) report(message.report)
      else resolve(message.held)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`a thread ended early, with ${code}`)))
  })
}
