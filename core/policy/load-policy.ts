import { mergePolicies } from './merge-policies.ts'
import type { Policy, PolicyReading } from './policy.ts'
import type { PolicyParts } from './policy-parts.ts'
import { readKeptFile } from './read-kept-file.ts'
import { readManagedPreferences } from './read-managed-preferences.ts'
import { readPolicyFile } from './read-policy-file.ts'
import { readRegistry } from './read-registry.ts'

/**
 * Reads every policy of this computer and makes one of them. What can't be read is told, and the rest counts. A file
 * that `RINGSIDE_POLICY` names is the only one then: whoever points elsewhere gets none of the organisation's secrets
 * along. Never rejects.
 */
export async function loadPolicy(parts: PolicyParts): Promise<Policy> {
  const named = parts.env['RINGSIDE_POLICY']
  if (named !== undefined && named !== '')
    return mergePolicies([readPolicyFile(parts, 'named-file', named, true)])
  const [stronger, file] = await Promise.all([managed(parts), readKeptFile(parts, policyFilePath(parts))])
  return mergePolicies([...stronger, file])
}

/** Where the policy file of the whole computer lies. */
function policyFilePath({ env, platform }: Pick<PolicyParts, 'env' | 'platform'>): string {
  if (platform === 'win32') return `${env['ProgramData'] ?? 'C:\\ProgramData'}\\Ringside\\policy.json`
  if (platform === 'darwin') return '/Library/Application Support/Ringside/policy.json'
  return '/etc/ringside/policy.json'
}

function managed(parts: PolicyParts): Promise<readonly PolicyReading[]> {
  switch (parts.platform) {
    case 'win32':
      return Promise.all([readRegistry(parts, 'computer'), readRegistry(parts, 'user')])
    case 'darwin':
      return Promise.all([readManagedPreferences(parts, 'computer'), readManagedPreferences(parts, 'user')])
    default:
      return Promise.resolve([])
  }
}
