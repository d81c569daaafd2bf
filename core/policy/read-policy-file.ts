import { parsePolicy } from './parse-policy.ts'
import type { PolicyReading } from './policy.ts'
import type { PolicyParts } from './policy-parts.ts'

/** Reads the file that `RINGSIDE_POLICY` names. */
export function readPolicyFile({ readFile }: Pick<PolicyParts, 'readFile'>, path: string): PolicyReading {
  let text: string
  try {
    text = readFile(path)
  } catch (error) {
    return { kind: 'unreadable', location: path, why: isAbsent(error) ? 'missing' : 'refused' }
  }
  return parsePolicy('named-file', path, text)
}

/** Whether a failed read says that there is no such file. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
