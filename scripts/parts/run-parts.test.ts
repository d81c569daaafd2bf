import { expect, it } from 'vitest'
import { runParts, type Part } from './run-parts.ts'

/** What was started and ended, in order; a script ends when the test ends it. */
function desk(parts: readonly Part[], lanes: number) {
  const started: string[] = []
  const ends = new Map<string, (failed: readonly string[]) => void>()
  const whole = runParts(parts, lanes, (script, inBackground) => {
    started.push(inBackground ? `${script} in background` : script)
    return new Promise((resolve) => ends.set(script, resolve))
  })
  return {
    started,
    whole,
    async end(script: string, ...failed: readonly string[]) {
      ends.get(script)?.(failed)
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

const single = (...scripts: readonly string[]) => scripts.map((script) => ({ scripts: [script] }))

it('gives each lane the next part as soon as it is free', async () => {
  const { started, whole, end } = desk(single('long', 'short', 'next'), 2)
  expect(started).toEqual(['long', 'short'])
  await end('short')
  expect(started).toEqual(['long', 'short', 'next'])
  await end('next')
  await end('long')
  expect(await whole).toEqual([])
})

it('runs all parts if one fails, and returns what failed', async () => {
  const { started, whole, end } = desk(single('bad', 'good'), 1)
  await end('bad', 'bad failed', 'bad > one test')
  expect(started).toEqual(['bad', 'good'])
  await end('good')
  expect(await whole).toEqual(['bad failed', 'bad > one test'])
})

it('runs the scripts of a part in order, up to the first that fails', async () => {
  const { started, whole, end } = desk([{ scripts: ['build', 'e2e', 'visual'] }], 2)
  expect(started).toEqual(['build'])
  await end('build')
  expect(started).toEqual(['build', 'e2e'])
  await end('e2e', 'e2e failed')
  expect(await whole).toEqual(['e2e failed'])
  expect(started).toEqual(['build', 'e2e'])
})

it('reports what runs in the background', async () => {
  const { started, whole, end } = desk([{ scripts: ['shifts'], inBackground: true }], 1)
  await end('shifts')
  expect(await whole).toEqual([])
  expect(started).toEqual(['shifts in background'])
})
