import type { GuardCommand, GuardSettings } from './guard-step.ts'
import type { GuardedCall, GuardWarning, MutedSpan } from './guard-state.ts'

/** What a step collects while it processes the calls. */
export interface GuardWork {
  readonly at: number
  readonly settings: GuardSettings
  nextId: number
  warnings: readonly GuardWarning[]
  readonly raised: GuardWarning[]
  readonly commands: GuardCommand[]
  readonly spans: MutedSpan[]
}

type WithoutBase<T> = T extends unknown ? Omit<T, 'id' | 'at' | 'call' | 'phone'> : never

/** The call a warning is about. */
type About = Pick<GuardedCall, 'key'> & { readonly phone: GuardedCall['phone'] | null }

const MAX_WARNINGS = 20 // older ones are no longer of interest

/** Adds and reports a new warning about a call. */
export function raise(work: GuardWork, { key, phone }: About, warning: WithoutBase<GuardWarning>): void {
  const one: GuardWarning = { ...warning, id: work.nextId++, at: work.at, call: key, phone }
  work.raised.push(one)
  hold(work, one)
}

/** Adds a warning, reported or not. */
export function hold(work: GuardWork, warning: GuardWarning): void {
  work.warnings = [...work.warnings, warning].slice(-MAX_WARNINGS)
}

/** Withdraws a call's warnings that no longer apply. */
export function settle(
  work: GuardWork,
  call: GuardedCall['key'],
  ...kinds: readonly GuardWarning['kind'][]
): void {
  work.warnings = work.warnings.filter((one) => one.call !== call || !kinds.includes(one.kind))
}
