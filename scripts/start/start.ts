/** `npm start` and `npm run demo`: builds what is stale and runs it, on Electron or in the browser host. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readAppInfo, usualProfile } from '../../browser-host/app-info.ts'
import { hostCommand } from '../../browser-host/host-command.ts'
import { buildIfStale } from './build-if-stale.ts'
import { findElectron, installElectron } from './electron-runtime.ts'
import { readRunOptions, type RunHost, type RunOptions } from './run-options.ts'
import { runProgram } from './run-program.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const options = readRunOptions(process.argv.slice(2))
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`)
  process.exitCode = 2
} else process.exitCode = await start(options)

async function start(options: RunOptions): Promise<number> {
  const electron = await electronFor(options.host)
  if (electron === null && options.host === 'electron') {
    process.stderr.write(
      'Electron’s runtime is not installed and could not be. Run npx install-electron, or use --host=browser.\n',
    )
    return 2
  }
  try {
    await buildIfStale()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
  return inProfile(options, (profile) => run(options, electron, profile))
}

async function electronFor(host: RunHost): Promise<string | null> {
  if (host === 'browser') return null
  const modules = join(root, 'node_modules')
  return findElectron(modules) ?? (await installElectron(modules, Date.now()))
}

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

function run(
  { host, port, open, demo }: RunOptions,
  electron: string | null,
  profile: string,
): Promise<number> {
  const argv = demo ? ['--demo'] : []
  if (electron !== null)
    return runProgram(electron, [root, `--user-data-dir=${profile}`, `--profile=${profile}`, ...argv])
  if (host === 'either')
    process.stderr.write('Electron’s runtime can’t be had here: the same build runs in the browser host.\n')
  return runProgram(process.execPath, hostCommand({ profile, argv, port, open }))
}
