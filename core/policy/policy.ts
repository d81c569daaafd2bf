import type { SettingProblem } from '../settings/setting-problem.ts'

/**
 * Where a policy can come from, the strongest first: a later one doesn't change what an earlier one sets. `named-file`:
 * the file that `RINGSIDE_POLICY` names; `computer` and `user`: Windows' registry, macOS' managed preferences; `file`:
 * the file of the whole computer, on macOS and Linux.
 */
export type PolicySource = 'named-file' | 'computer' | 'user' | 'file'

/**
 * `no-answer`: the system didn't respond in time. `refused`: it exists, but can't be read. `open-to-others`:
 * non-administrators may change it. `owner-unknown`: the system doesn't say who may.
 */
export type PolicyFault =
  | 'missing'
  | 'refused'
  | 'no-answer'
  | 'open-to-others'
  | 'owner-unknown'
  | 'not-json'
  | 'not-an-object'

/** The content of one source. Its `location` is a path or a registry key, to help find it. */
export type PolicyReading =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'found'
      readonly source: PolicySource
      readonly location: string
      readonly values: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'unreadable'; readonly location: string; readonly why: PolicyFault }

/** Something about the policies that the user should know. No value is quoted: it could be a secret. */
export type PolicyNotice =
  | { readonly kind: 'policy-unreadable'; readonly location: string; readonly why: PolicyFault }
  /** The file that `RINGSIDE_POLICY` names was ignored, because the computer has a policy. */
  | { readonly kind: 'policy-ignored'; readonly location: string }
  | {
      readonly kind: 'policy-conflict'
      readonly key: string
      /** The source whose value is used. */
      readonly by: PolicySource
      readonly over: PolicySource
    }

/** All policies as one. */
export interface Policy {
  /** Undefined when there is none. */
  readonly values: Readonly<Record<string, unknown>> | undefined
  readonly notices: readonly PolicyNotice[]
  /** Problems with values that can't be used, and for which a weaker policy's are used instead. */
  readonly problems: readonly SettingProblem[]
  /** Where policies were found, the strongest first. */
  readonly locations: readonly string[]
}
