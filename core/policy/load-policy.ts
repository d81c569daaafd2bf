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
  const [ofComputer, ofUser] = await Promise.all([readComputer(parts), readUser(parts)])
  if (named === '') return mergePolicies([ofComputer.managed, ofUser, ofComputer.file])
  if (ofComputer.managed.kind === 'none' && ofComputer.file.kind === 'none')
    return mergePolicies([readPolicyFile(parts, named)])
  const policy = mergePolicies([ofComputer.managed, ofUser, ofComputer.file])
  return { ...policy, notices: [...policy.notices, { kind: 'policy-ignored', location: named }] }
}

const NONE: PolicyReading = { kind: 'none' }

/** What only administrators can have set. Windows has no file: who may write one can't be determined reliably there. */
async function readComputer(parts: PolicyParts): Promise<{ managed: PolicyReading; file: PolicyReading }> {
  switch (parts.platform) {
    case 'win32':
      return { managed: await readRegistry(parts, 'computer'), file: NONE }
    case 'darwin':
      return {
        managed: await readManagedPreferences(parts, 'computer'),
        file: readComputerFile(parts, '/Library/Application Support/Ringside/policy.json'),
      }
    default:
      return { managed: NONE, file: readComputerFile(parts, '/etc/ringside/policy.json') }
  }
}

function readUser(parts: PolicyParts): Promise<PolicyReading> {
  switch (parts.platform) {
    case 'win32':
      return readRegistry(parts, 'user')
    case 'darwin':
      return readManagedPreferences(parts, 'user')
    default:
      return Promise.resolve(NONE)
  }
}
