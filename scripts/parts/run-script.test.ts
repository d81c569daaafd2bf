import { expect, it } from 'vitest'
import { failedTests } from './run-script.ts'

const heading = (name: string) =>
  `\u001B[41m\u001B[1m FAIL \u001B[22m\u001B[49m e2e tests/b.test.ts > ${name}`

it('finds the tests that failed in what Vitest printed: once each, without colours, with error and place', () => {
  const printed = [
    ' \u001B[32m✓\u001B[39m e2e tests/a.test.ts (1 test) 3ms',
    heading('rings'),
    heading('rings once'),
    '\u001B[31mAssertionError\u001B[39m: FAIL isn’t a heading here',
    '',
    '+ [',
    '\u001B[36m \u001B[2m❯\u001B[22m tests/b.test.ts:\u001B[2m7:11\u001B[22m\u001B[39m',
    '\u001B[36m \u001B[2m❯\u001B[22m tests/support.ts:\u001B[2m1:1\u001B[22m\u001B[39m',
    heading('ends'),
    'Error: the browser is gone',
    heading('rings'),
    'Error: printed a second time',
  ]
  expect(failedTests(printed.join('\n'))).toEqual([
    ' FAIL  e2e tests/b.test.ts > rings',
    '    AssertionError: FAIL isn’t a heading here',
    '    ❯ tests/b.test.ts:7:11',
    ' FAIL  e2e tests/b.test.ts > rings once',
    '    AssertionError: FAIL isn’t a heading here',
    '    ❯ tests/b.test.ts:7:11',
    ' FAIL  e2e tests/b.test.ts > ends',
    '    Error: the browser is gone',
  ])
})

it('finds none where none failed', () => {
  expect(failedTests('unused exports (1)\nsrc/a.ts')).toEqual([])
})
