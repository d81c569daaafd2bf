import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { figure, percentile, type Figure } from './figure.ts'

const RUNS = 9
const run = promisify(execFile)

/**
 * Time to load and evaluate out/main in a fresh process, before Electron is ready, relative to loading only its libraries,
 * unbundled from npm: medians of alternating runs.
 */
export async function benchMainStart(): Promise<readonly Figure[]> {
  const times = { main: [] as number[], libraries: [] as number[] }
  for (let round = 0; round < RUNS; round++) {
    for (const what of ['libraries', 'main'] as const) {
      const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'evaluate-main.ts'), what])
      times[what].push(Number(stdout))
    }
  }
  const main = percentile(times.main, 0.5)
  const ratio = main / percentile(times.libraries, 0.5)
  return [
    figure('evaluating out/main (median)', main, { unit: 'ms', digits: 1 }),
    figure('… to its libraries alone, unbundled', ratio, { unit: '×', digits: 2, limit: 1 }),
  ]
}
