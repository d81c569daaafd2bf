import { parsePolicy } from './parse-policy.ts'
import type { PolicyReading } from './policy.ts'
import type { PolicyParts } from './policy-parts.ts'
import { isAbsent } from './read-policy-file.ts'

const FOLDER = '/Library/Managed Preferences'
const DOMAIN = 'Ringside.Desktop' // the bundle id

/** Where macOS stores what a configuration profile sets, for everyone or for one user. */
const managedPath = (source: 'computer' | 'user', userName: string): string =>
  source === 'computer' ? `${FOLDER}/${DOMAIN}.plist` : `${FOLDER}/${userName}/${DOMAIN}.plist`

/** Reads macOS' managed preferences: a property list, binary or not, which the system's own `plutil` converts to JSON. */
export async function readManagedPreferences(
  { readFile, run, userName }: Pick<PolicyParts, 'readFile' | 'run' | 'userName'>,
  source: 'computer' | 'user',
): Promise<PolicyReading> {
  if (source === 'user' && userName === '') return { kind: 'none' }
  const location = managedPath(source, userName)
  try {
    readFile(location)
  } catch (error) {
    return isAbsent(error) ? { kind: 'none' } : { kind: 'unreadable', location, why: 'refused' }
  }
  const answer = await run('/usr/bin/plutil', ['-convert', 'json', '-o', '-', '--', location])
  if (answer.kind === 'no-answer') return { kind: 'unreadable', location, why: 'no-answer' }
  // A list with dates or raw data can't be converted to JSON: no setting has either.
  if (answer.kind === 'failed') return { kind: 'unreadable', location, why: 'not-json' }
  return parsePolicy(source, location, answer.output)
}
