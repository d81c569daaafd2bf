import { admxFiles } from '../policy/admx-files.ts'
import { policyPage } from '../policy/policy-page.ts'
import { decisionIndex } from './decision-index.ts'
import { ladderPage } from '../ladder/ladder-page.ts'

/** The text of every file that follows from the source alone, by its path in the project. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ...[...admxFiles()].map(([name, text]) => [`resources/admx/${name}`, text] as const),
    ['docs/policy.md', await policyPage()],
    ['docs/ladder.md', ladderPage()],
    ['docs/adr/README.md', decisionIndex()],
  ])
}
