import { expect, it } from 'vitest'
import { benchMainStart } from '../../scripts/bench/main-start.ts'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'

it('is evaluated, as `npm run bench` measures it, before Electron is ready', async () => {
  await buildIfStale()
  const [evaluating] = await benchMainStart()
  expect(evaluating?.value).toBeGreaterThan(0)
})
