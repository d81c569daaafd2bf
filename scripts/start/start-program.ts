import type { Clock } from '../../core/clock.ts'
import { displayArgs } from '../electron/display-args.ts'
import { downloadElectron } from '../electron/download-electron.ts'
import { electronEnv } from '../electron/electron-env.ts'
import { findElectron } from '../electron/find-electron.ts'
import type { Installation } from '../electron/install-electron.ts'
import type { OnStop } from './on-stop.ts'
import { runElectron } from '../electron/run-electron.ts'
import type { RunOptions } from './run-options.ts'
import type { Terminal } from './terminal.ts'
import { whyElectronFailed } from '../electron/why-electron-failed.ts'
import { type Machine, whyNotElectron } from '../electron/why-not-electron.ts'

export interface StartParts {
  /** The project's folder, with the build. */
  readonly root: string
  /** The `node_modules` folder with Electron's package. */
  readonly modules: string
  readonly machine: Machine
  readonly env: NodeJS.ProcessEnv
  readonly clock: Pick<Clock, 'after'>
  readonly onStop: OnStop
  readonly terminal: Terminal
  /** Builds if the build is stale; rejects with a reason. */
  readonly build: () => Promise<void>
  /** Runs the browser host until it ends; returns its exit code. */
  readonly runBrowserHost: (profile: string, argv: readonly string[]) => Promise<number>
}

/**
 * Starts the program and returns the command's exit code: on Electron if it can run, otherwise in the browser host with
 * the reason in one sentence. `--host=electron` prints the reason and returns 2 instead. Once the program has started
 * on Electron, its exit code counts.
 */
export async function startProgram(options: RunOptions, profile: string, parts: StartParts): Promise<number> {
  const { terminal, machine } = parts
  const say = (line: string): void => terminal.err(`${line}\n`)
  const electron = options.host === 'browser' ? null : await getElectron(parts)
  if (electron?.kind === 'stopped') return 0
  if (electron?.kind === 'failed' && options.host === 'electron') return insist(electron.why)
  try {
    await parts.build()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return 1
  }
  const argv = options.demo ? ['--demo'] : []
  if (electron?.kind === 'installed') {
    const run = await runElectron({
      ...parts,
      ...terminal,
      command: electron.path,
      args: [
        parts.root,
        `--user-data-dir=${profile}`,
        `--profile=${profile}`,
        ...displayArgs(machine.platform, parts.env, options.wayland),
        ...argv,
      ],
      env: electronEnv(parts.env),
    })
    if (run.kind === 'ended') return run.code
    if (run.kind === 'stopped') return 0
    const why = whyElectronFailed(run.failure, machine)
    if (options.host === 'electron') return insist(why)
    fallBack(why)
  } else if (electron !== null) fallBack(electron.why)
  return parts.runBrowserHost(profile, argv)

  function fallBack(why: string): void {
    say(`Ringside starts in the browser host, because Electron can’t run here: ${why}.`)
  }
  function insist(why: string): number {
    say(`Electron can’t run here: ${why}. Use --host=browser for the browser host.`)
    return 2
  }
}

/** Electron's executable, downloaded unless that is pointless. */
async function getElectron(parts: StartParts): Promise<Installation> {
  const { modules, machine } = parts
  const path = findElectron(modules)
  const why = whyNotElectron(machine, path === null ? 'missing' : 'installed')
  if (why !== null) return { kind: 'failed', why }
  return path === null ? downloadElectron(parts) : { kind: 'installed', path }
}
