import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { fastEnv } from './fast-env.ts'

const SCRIPT = `
  const steady = performance.now()
  const began = process.hrtime.bigint(), from = Date.now(), made = new Date(0).getTime()
  setTimeout((word) => {
    const real = Number(process.hrtime.bigint() - began) / 1e6
    console.log(JSON.stringify({ real, shown: Date.now() - from, steady: performance.now() - steady, made, word, isDate: new Date() instanceof Date }))
  }, 20_000, 'hello')
`

it('speeds up a process: its clock and its timers alike', async () => {
  const env = { ...process.env, ...fastEnv(100) }
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', SCRIPT], { env })
  const output = JSON.parse(stdout) as { real: number; shown: number; steady: number }
  expect(output).toMatchObject({ made: 0, word: 'hello', isDate: true })
  expect(output.shown / output.real).toBeGreaterThan(30)
  expect(output.shown / output.real).toBeLessThan(130)
  expect(Math.abs(output.steady - output.shown)).toBeLessThan(output.shown / 20)
  expect(output.shown).toBeGreaterThanOrEqual(19_000)
})
