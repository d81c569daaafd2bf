import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Runs all files that need a DOM first, then the others: at each change of environment, the worker is replaced and
 * everything is imported again.
 */
export class ByEnvironment extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const needsPage = new Set(
      sorted.filter(({ moduleId }) => readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment')),
    )
    return [...sorted.filter((one) => needsPage.has(one)), ...sorted.filter((one) => !needsPage.has(one))]
  }
}
