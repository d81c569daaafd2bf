import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** First all files that need a page, then the others: a worker is replaced, and all is imported anew, at each change. */
export class ByEnvironment extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const needsPage = new Set(
      sorted.filter(({ moduleId }) => readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment')),
    )
    return [...sorted.filter((one) => needsPage.has(one)), ...sorted.filter((one) => !needsPage.has(one))]
  }
}
