import { expect, it } from 'vitest'
import { failedTests } from './run-script.ts'

it('finds the tests that failed in what Vitest printed, once each and without colours', () => {
  const printed = [
    ' \u001B[32m✓\u001B[39m e2e tests/a.test.ts (1 test) 3ms',
    '\u001B[41m\u001B[1m FAIL \u001B[22m\u001B[49m e2e tests/b.test.ts > rings > once',
    'AssertionError: FAIL isn’t a heading here',
    '\u001B[41m\u001B[1m FAIL \u001B[22m\u001B[49m e2e tests/b.test.ts > rings > once',
  ]
  expect(failedTests(printed.join('\n'))).toEqual([' FAIL  e2e tests/b.test.ts > rings > once'])
})

it('finds none where none failed', () => {
  expect(failedTests('unused exports (1)\nsrc/a.ts')).toEqual([])
})
