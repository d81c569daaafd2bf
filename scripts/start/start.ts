/** `npm start` and `npm run demo`: builds if the build is stale and runs it, on Electron or in the browser host. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readAppInfo, usualProfile } from '../../browser-host/app-info.ts'
import { hostCommand } from '../../browser-host/host-command.ts'
import { systemClock } from '../../core/clock.ts'
import { buildIfStale } from './build-if-stale.ts'
import { onStop } from './on-stop.ts'
import { readMachine } from '../electron/read-machine.ts'
import { givenRunOptions } from './given-run-options.ts'
import type { RunOptions } from './run-options.ts'
import { runProgram } from './run-program.ts'
import { startProgram } from './start-program.ts'
import { processTerminal } from './terminal.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const options = process.argv.includes('--demo')
  ? givenRunOptions('demo', 'Starts Ringside on a simulated call centre: it rings within 10 seconds.')
  : givenRunOptions('start', 'Starts Ringside on your own account.')
process.exitCode = await inProfile(options, (profile) => start(options, profile))

/** The demo without a profile leaves nothing behind. */
async function inProfile(options: RunOptions, use: (profile: string) => Promise<number>): Promise<number> {
  if (options.profile !== null) return use(resolve(options.profile))
  if (!options.demo) return use(usualProfile(readAppInfo(root).name, process.env, process.platform))
  const profile = mkdtempSync(join(tmpdir(), 'ringside-demo-'))
  try {
    return await use(profile)
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

async function start(options: RunOptions, profile: string): Promise<number> {
  const { port, open } = options
  return startProgram(options, profile, {
    root,
    modules: join(root, 'node_modules'),
    machine: await readMachine(),
    env: process.env,
    clock: systemClock(),
    onStop,
    terminal: processTerminal(),
    build: buildIfStale,
    runBrowserHost: (profile, argv) =>
      runProgram(process.execPath, hostCommand({ profile, argv, port, open })),
  })
}
