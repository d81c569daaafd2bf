import type { Direction } from '../domain.ts'

/** When a rule opens its page. `by-hand`: only on request. */
export type PopTrigger = 'ringing' | 'answered' | 'ended' | 'by-hand'

/** A call must match every condition that is set, and one entry of each list. If none is set, every call matches. */
export interface PopConditions {
  readonly direction?: readonly Direction[]
  /** Dialled numbers, in any written form. */
  readonly did?: readonly string[]
  /** Names of the queue the caller waited in; if they weren't seen waiting, the call's own name counts. */
  readonly queue?: readonly string[]
  /** How the caller's number starts: `+9725` or `972 5` with the country, `05` without. */
  readonly prefix?: readonly string[]
  /** Whether the caller withholds the number. */
  readonly withheld?: boolean
  /** Whether the caller called before. */
  readonly known?: boolean
  /** The call's custom data, by key; `*` for any non-empty value. */
  readonly customdata?: Readonly<Record<string, string>>
}

/** A page to open for a call. Identified by its name, which is unique. */
export interface CrmRule {
  readonly name: string
  readonly on: PopTrigger
  readonly when: PopConditions
  /** A URL template; a field may be anywhere after the host. */
  readonly url: string
  /** Host names that may be opened, each exactly, with `:port` where it isn't the default of https. */
  readonly hosts: readonly string[]
}
