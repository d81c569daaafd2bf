import { policyCode } from './resolve-settings.ts'

/** What the organisation's policy file gives. `sentence` says what is wrong with it; it never quotes the file. */
export type Policy =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'found'
      readonly path: string
      readonly values: Readonly<Record<string, unknown>>
      readonly code: string | null
    }
  | { readonly kind: 'unreadable'; readonly sentence: string }

export interface PolicyParts {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  /** Gives the text, or throws as Node's `readFileSync` does. */
  readonly readFile: (path: string) => string
}

/** Where a policy lies when `RINGSIDE_POLICY` names none. */
export function defaultPolicyPath({ env, platform }: Pick<PolicyParts, 'env' | 'platform'>): string {
  if (platform === 'win32') return `${env['ProgramData'] ?? 'C:\\ProgramData'}\\Ringside\\policy.json`
  if (platform === 'darwin') return '/Library/Application Support/Ringside/policy.json'
  return '/etc/ringside/policy.json'
}

/** Reads the policy: the file that `RINGSIDE_POLICY` names, which must be there, else the system-wide one, which need not. */
export function loadPolicy(parts: PolicyParts): Policy {
  const named = parts.env['RINGSIDE_POLICY']
  const path = named === undefined || named === '' ? defaultPolicyPath(parts) : named
  let text: string
  try {
    text = parts.readFile(path)
  } catch (error) {
    const absent =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    if (absent && path !== named) return { kind: 'none' }
    return {
      kind: 'unreadable',
      sentence: `The policy file ${path} ${absent ? 'is not there' : 'can’t be read'}.`,
    }
  }
  return parsePolicy(path, text)
}

function parsePolicy(path: string, text: string): Policy {
  let values: unknown
  try {
    values = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { kind: 'unreadable', sentence: `The policy file ${path} is not JSON.` }
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    return { kind: 'unreadable', sentence: `The policy file ${path} is not a JSON object.` }
  }
  return { kind: 'found', path, values: { ...values }, code: policyCode(values) }
}
