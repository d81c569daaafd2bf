import type { SettingProblem } from '../settings/setting-problem.ts'

/** Where a policy can come from, the strongest first: what an earlier one sets, a later one does not change. */
export const POLICY_SOURCES = ['named-file', 'computer', 'user', 'file'] as const

/**
 * `named-file`: the file that `RINGSIDE_POLICY` names; `computer` and `user`: Windows' registry, macOS' managed
 * preferences; `file`: the file of the whole computer, on macOS and Linux.
 */
export type PolicySource = (typeof POLICY_SOURCES)[number]

/**
 * `no-answer`: the system did not say in time. `refused`: it is there, and can't be read. `open-to-others`: others than
 * administrators may change it. `owner-unknown`: the system doesn't say who may.
 */
export type PolicyFault =
  | 'missing'
  | 'refused'
  | 'no-answer'
  | 'open-to-others'
  | 'owner-unknown'
  | 'not-json'
  | 'not-an-object'

/** What one source gave. Its `place` is a path or a registry key, for a person to find it by. */
export type PolicyReading =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'found'
      readonly source: PolicySource
      readonly place: string
      readonly values: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'unreadable'; readonly place: string; readonly why: PolicyFault }

/** Something about the policies that the person should know. No value is quoted: it could be a secret. */
export type PolicyNotice =
  | { readonly kind: 'policy-unreadable'; readonly place: string; readonly why: PolicyFault }
  /** The file that `RINGSIDE_POLICY` names, where the computer has a policy. */
  | { readonly kind: 'policy-ignored'; readonly place: string }
  | {
      readonly kind: 'policy-conflict'
      readonly key: string
      /** The one that counts. */
      readonly by: PolicySource
      readonly over: PolicySource
    }

/** All policies as one. */
export interface Policy {
  /** Undefined when there is none. */
  readonly values: Readonly<Record<string, unknown>> | undefined
  readonly notices: readonly PolicyNotice[]
  /** Of values that can't be used, where a weaker policy has one that can. */
  readonly problems: readonly SettingProblem[]
  /** Where it was found, the strongest first. */
  readonly places: readonly string[]
}
