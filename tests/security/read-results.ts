import { z } from 'zod'
import type { CheckResult } from './checklist-table.ts'

const REPORT = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ title: z.string(), status: z.string() })),
    }),
  ),
})

/** Results of vitest's JSON report, by the folder of their file and their title: `source 3. Context isolation`. */
export function readResults(report: string): ReadonlyMap<string, CheckResult> {
  const { testResults } = REPORT.parse(JSON.parse(report))
  return new Map(
    testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ title, status }): [string, CheckResult] => [
        `${folderOf(name)} ${title}`,
        status === 'passed' || status === 'failed' ? status : 'not run',
      ]),
    ),
  )
}

const folderOf = (path: string): string => path.replaceAll('\\', '/').split('/').at(-2) ?? ''
