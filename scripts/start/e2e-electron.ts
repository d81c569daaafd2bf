/**
 * `npm run e2e:electron`: the Electron contract and the end-to-end tests, on Electron itself. If Electron isn't
 * available, says so and exits with 2.
 */
import { join } from 'node:path'
import { systemClock } from '../../core/clock.ts'
import { given } from '../command/given.ts'
import { buildIfStale } from './build-if-stale.ts'
import { downloadElectron } from '../electron/download-electron.ts'
import { electronEnv } from '../electron/electron-env.ts'
import { findElectron } from '../electron/find-electron.ts'
import { onStop } from './on-stop.ts'
import { runProgram } from './run-program.ts'
import { processTerminal } from './terminal.ts'

given({
  name: 'e2e:electron',
  does: 'Tests the Electron contract, and runs the end-to-end tests, on Electron itself. Exits with 2 if Electron isn’t available.',
  flags: {},
})
const MODULES = join(import.meta.dirname, '../../node_modules')
const VITEST = join(MODULES, 'vitest/vitest.mjs')
const SPECS = [
  'tests/electron-contract',
  ...['main-job', 'own-account', 'electron-only'].map((name) => `tests/e2e/${name}.test.ts`),
]

const installed = findElectron(MODULES)
const electron =
  installed === null
    ? await downloadElectron({
        modules: MODULES,
        env: process.env,
        clock: systemClock(),
        onStop,
        terminal: processTerminal(),
      })
    : ({ kind: 'installed', path: installed } as const)
if (electron.kind === 'installed') {
  await buildIfStale()
  const env = { ...electronEnv(process.env), RINGSIDE_E2E_ELECTRON: electron.path }
  process.exitCode = await runProgram(process.execPath, [VITEST, 'run', '--project', 'e2e', ...SPECS], env)
} else {
  const why = electron.kind === 'stopped' ? 'its download was stopped' : electron.why
  process.stderr.write(`Nothing was tested on Electron: ${why}.\n`)
  process.exitCode = 2
}
