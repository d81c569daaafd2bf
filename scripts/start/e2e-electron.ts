/** `npm run e2e:electron`: the end-to-end tests on Electron itself. Says so and ends with 2 where it can't be had. */
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'
import { findElectron, installElectron } from './electron-runtime.ts'
import { runProgram } from './run-program.ts'

const MODULES = join(import.meta.dirname, '../../node_modules')
const VITEST = join(MODULES, 'vitest/vitest.mjs')
const SPECS = ['main-job', 'own-account', 'electron-only'].map((name) => `tests/e2e/${name}.test.ts`)

const electron = findElectron(MODULES) ?? (await installElectron(MODULES, Date.now()))
if (electron === null) {
  process.stderr.write(
    'Electron’s runtime is not installed and can’t be fetched from here, so nothing was tested on it.\n',
  )
  process.exitCode = 2
} else {
  await buildIfStale()
  const env = { ...process.env, RINGSIDE_E2E_ELECTRON: electron }
  process.exitCode = await runProgram(process.execPath, [VITEST, 'run', '--project', 'e2e', ...SPECS], env)
}
