/** `npm run dev`: hot reload of the window, restart when main changes; on Electron or in the browser host. */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hostCommand } from '../../browser-host/host-command.ts'
import { displayArgs } from '../electron/display-args.ts'
import { electronEnv } from '../electron/electron-env.ts'
import { freePort } from '../server/free-port.ts'
import { findElectron } from '../electron/find-electron.ts'
import { givenRunOptions } from './given-run-options.ts'
import type { RunOptions } from './run-options.ts'
import { runProgram } from './run-program.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
process.exitCode = await develop(
  givenRunOptions('dev', 'Starts Ringside with hot reload of the window, and restarts it when main changes.'),
)

/** electron-vite serves the window and watches main; what it starts as Electron may be the browser host. */
async function develop(options: RunOptions): Promise<number> {
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const electron = options.host === 'browser' ? null : findElectron(join(root, 'node_modules'))
  if (electron === null && options.host === 'electron') {
    process.stderr.write(
      'Electron’s runtime is not installed. Run npx install-electron, or use --host=browser.\n',
    )
    return 2
  }
  const profile = resolve(options.profile ?? join(root, 'node_modules', '.cache', 'ringside', 'dev-profile'))
  mkdirSync(profile, { recursive: true })
  const display = displayArgs(process.platform, process.env, options.wayland)
  const own = [`--profile=${profile}`, ...display, ...(options.demo ? ['--demo'] : [])]
  if (electron !== null)
    return runProgram(process.execPath, [tool, 'dev', '--watch', '--', ...own], electronEnv(process.env))
  const env = await browserHostEnv(options, profile)
  return runProgram(
    process.execPath,
    [tool, 'dev', '--watch', '--logLevel', 'warn', '--', ...env.args],
    env.env,
  )
}

/** Port and secret stay the same across restarts, so that an open page finds the host again. */
async function browserHostEnv(options: RunOptions, profile: string) {
  const port = options.port === 0 ? await freePort() : options.port
  const argv = options.demo ? ['--demo'] : []
  const [noWarning = '', main = '', ...args] = hostCommand({
    profile,
    argv,
    port,
    open: options.open,
    wait: true,
  })
  const env = {
    ...process.env,
    ELECTRON_EXEC_PATH: process.execPath,
    ELECTRON_ENTRY: main,
    RINGSIDE_HOST_SECRET: randomBytes(24).toString('base64url'),
    NODE_OPTIONS: [process.env['NODE_OPTIONS'], noWarning].filter(Boolean).join(' '),
  }
  return { args, env }
}
