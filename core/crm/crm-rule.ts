import type { Direction } from '../domain.ts'

/** When a rule opens its page. `by-hand`: only when asked to. */
export type PopTrigger = 'ringing' | 'answered' | 'ended' | 'by-hand'

/** All that is named must fit; of a list, one entry. Nothing named fits every call. */
export interface PopConditions {
  readonly direction?: readonly Direction[]
  /** Numbers that were dialled, in any written form. */
  readonly did?: readonly string[]
  /** Names of the queue the caller waited in; where they were not seen waiting, the call's own name counts. */
  readonly queue?: readonly string[]
  /** How the caller's number begins: `+9725` or `972 5` with the country, `05` without. */
  readonly prefix?: readonly string[]
  /** Whether the caller withholds the number. */
  readonly withheld?: boolean
  /** Whether the caller called before. */
  readonly known?: boolean
  /** What was sent along with the call, by key; `*` for anything that is not empty. */
  readonly customdata?: Readonly<Record<string, string>>
}

/** A page to open for a call. Known by its name: no two rules have the same. */
export interface CrmRule {
  readonly name: string
  readonly on: PopTrigger
  readonly when: PopConditions
  /** A URL template; a field may stand anywhere behind the host. */
  readonly url: string
  /** Host names that may be opened, each exactly, with `:port` where it is not https's own. */
  readonly hosts: readonly string[]
}
