import { expect, it } from 'vitest'
import { runProgram } from './run-program.ts'

const run = (code: string): Promise<number> => runProgram(process.execPath, ['-e', code])

it('returns the exit code of the program', async () => {
  expect(await run('process.exit(3)')).toBe(3)
})

it('returns a failure if something else ended the program: not all of its work was done', async () => {
  expect(await run('process.kill(process.pid, "SIGTERM")')).toBe(1)
})
