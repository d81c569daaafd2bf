import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { HostOptions } from './host-options.ts'

/**
 * Starts the host again in its own process, for an app that relaunches itself: with the same terminal, profile and
 * address, so that an open page finds it again. It waits until this one has ended, and its id is printed.
 */
export function startAgain({ port, profile, app, as, appArgs }: HostOptions, secret: string): void {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const flags = [
    `--port=${port}`,
    ...(profile === null ? [] : [`--profile=${profile}`]),
    `--app=${app}`,
    `--as=${as}`,
    '--wait',
  ]
  const child = spawn(process.execPath, [...process.execArgv, main, ...flags, '--', ...appArgs], {
    env: { ...process.env, RINGSIDE_HOST_SECRET: secret },
    stdio: 'inherit',
  })
  process.stdout.write(`The app starts again as process ${child.pid ?? 'none'}\n`)
}
