import { parsePolicy } from './parse-policy.ts'
import type { PolicyReading, PolicySource } from './policy.ts'
import type { PolicyParts } from './policy-parts.ts'

/** Reads the policy file at `path`. One that must be there is told of when it is not. */
export function readPolicyFile(
  { readFile }: Pick<PolicyParts, 'readFile'>,
  source: PolicySource,
  path: string,
  mustBe: boolean,
): PolicyReading {
  let text: string
  try {
    text = readFile(path)
  } catch (error) {
    if (!isAbsent(error)) return { kind: 'unreadable', place: path, why: 'refused' }
    return mustBe ? { kind: 'unreadable', place: path, why: 'missing' } : { kind: 'none' }
  }
  return parsePolicy(source, path, text)
}

/** Whether a failed read says that there is no such file. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
