import type { EntriesRead, EntryProblem } from '../templates/entry-problem.ts'
import { isRunningScheme } from './is-running-scheme.ts'

const MAX_SCHEMES = 20 // programs on one computer

/**
 * The schemes that a policy names besides https, such as `["zoiper"]`, at `path`. For the policy only: settings of a
 * user must not be read here. Refused: schemes that run their content (is-running-scheme.ts), and plain http.
 */
export function readSchemes(raw: unknown, path: string): EntriesRead<readonly string[]> {
  if (raw === undefined) return { value: [], problems: [] }
  if (!Array.isArray(raw)) return { value: [], problems: [{ path, why: 'wrong-type' }] }
  const list: readonly unknown[] = raw
  const problems: EntryProblem[] = list.length > MAX_SCHEMES ? [{ path, why: 'too-many' }] : []
  const value = list.slice(0, MAX_SCHEMES).flatMap((one, index) => {
    const scheme = typeof one === 'string' ? one.toLowerCase().replace(/:$/, '') : ''
    const good = /^[a-z][a-z\d+.-]*$/.test(scheme) && scheme !== 'http' && !isRunningScheme(scheme)
    if (!good) problems.push({ path: `${path}[${index}]`, why: 'out-of-range' })
    return good ? [scheme] : []
  })
  return { value, problems }
}
