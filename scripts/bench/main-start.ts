import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { figure, percentile, type Figure } from './figure.ts'

const RUNS = 9
const run = promisify(execFile)

/** Time to load and evaluate out/main in a fresh process, before Electron is ready: the median of several runs. */
export async function benchMainStart(): Promise<readonly Figure[]> {
  const times: number[] = []
  for (let round = 0; round < RUNS; round++) {
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'evaluate-main.ts')])
    times.push(Number(stdout))
  }
  return [
    figure('evaluating out/main (median)', percentile(times, 0.5), { unit: 'ms', digits: 1, limit: 100 }),
  ]
}
