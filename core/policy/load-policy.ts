import { mergePolicies } from './merge-policies.ts'
import type { Policy, PolicyReading } from './policy.ts'
import type { PolicyParts } from './policy-parts.ts'
import { readComputerFile } from './read-computer-file.ts'
import { readManagedPreferences } from './read-managed-preferences.ts'
import { readPolicyFile } from './read-policy-file.ts'
import { readRegistry } from './read-registry.ts'

/**
 * Reads every policy of this computer, strongest first, and merges them. What can't be read is reported, and the rest
 * applies. If `RINGSIDE_POLICY` names a file, only that is used: redirecting the program doesn't give access to the
 * organisation's secrets. The installed program ignores it where the computer has a policy, so that nobody can bypass
 * that. Never rejects.
 */
export async function loadPolicy(parts: PolicyParts): Promise<Policy> {
  const named = parts.env['RINGSIDE_POLICY'] ?? ''
  if (named !== '' && !parts.isPackaged) return mergePolicies([readPolicyFile(parts, named)])
  const [computer, user, file] = await Promise.all(readAll(parts))
  const isManaged = computer.kind !== 'none' || file.kind !== 'none'
  if (named !== '' && !isManaged) return mergePolicies([readPolicyFile(parts, named)])
  const policy = mergePolicies([computer, user, file])
  if (named === '') return policy
  return { ...policy, notices: [...policy.notices, { kind: 'policy-ignored', location: named }] }
}

const NONE = Promise.resolve<PolicyReading>({ kind: 'none' })
type Reading = Promise<PolicyReading>

/**
 * What only administrators can have set, what is set for this user, and the file of the computer. Windows has no file:
 * who may write one can't be determined reliably there.
 */
function readAll(parts: PolicyParts): [computer: Reading, user: Reading, file: Reading] {
  switch (parts.platform) {
    case 'win32':
      return [readRegistry(parts, 'computer'), readRegistry(parts, 'user'), NONE]
    case 'darwin':
      return [
        readManagedPreferences(parts, 'computer'),
        readManagedPreferences(parts, 'user'),
        Promise.resolve(readComputerFile(parts, '/Library/Application Support/Ringside/policy.json')),
      ]
    default:
      return [NONE, NONE, Promise.resolve(readComputerFile(parts, '/etc/ringside/policy.json'))]
  }
}
