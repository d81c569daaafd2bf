import type { PolicyReading } from './policy.ts'
import type { PolicyParts, ProgramAnswer } from './policy-parts.ts'
import { parseRegQuery, registryValues } from './registry-values.ts'

const HIVES = { computer: 'HKEY_LOCAL_MACHINE', user: 'HKEY_CURRENT_USER' } as const

/** The registry key under which Windows stores Ringside's policies. */
export const REGISTRY_KEY = 'Software\\Policies\\Ringside'

type RegistryParts = Pick<PolicyParts, 'env' | 'run'>

/** Reads the registry's policies for the computer or for this user, by Windows' own `reg query`. */
export async function readRegistry(
  parts: RegistryParts,
  source: 'computer' | 'user',
): Promise<PolicyReading> {
  const location = `${HIVES[source]}\\${REGISTRY_KEY}`
  const answer = await query(parts, location, true)
  if (answer.kind === 'no-answer') return { kind: 'unreadable', location, why: 'no-answer' }
  if (answer.kind === 'done') {
    const values = registryValues(parseRegQuery(answer.output, location))
    return { kind: 'found', source, location, values }
  }
  const isMissing = await isAbsent(parts, location)
  return isMissing ? { kind: 'none' } : { kind: 'unreadable', location, why: 'refused' }
}

/**
 * Whether a key that couldn't be read is missing. `reg` fails the same way for both and says which in the system's
 * language, so the sub-keys of its parent key are listed.
 */
async function isAbsent(parts: RegistryParts, key: string): Promise<boolean> {
  const cut = key.lastIndexOf('\\')
  if (cut === -1) return false
  const above = key.slice(0, cut)
  const answer = await query(parts, above, false)
  if (answer.kind === 'no-answer') return false
  if (answer.kind === 'failed') return isAbsent(parts, above)
  return !answer.output.split(/\r?\n/).some((line) => line.trim().toLowerCase() === key.toLowerCase())
}

/**
 * By full paths, since a program of that name could be in the folder that Ringside was started in; in UTF-8, because
 * `reg` writes in the console's code page.
 */
function query({ env, run }: RegistryParts, key: string, deep: boolean): Promise<ProgramAnswer> {
  const system = `${env['SystemRoot'] ?? 'C:\\Windows'}\\System32`
  const command = `${system}\\chcp.com 65001>nul&${system}\\reg.exe query ${key}${deep ? ' /s' : ''}`
  return run(`${system}\\cmd.exe`, ['/d', '/s', '/c', `"${command}"`])
}
