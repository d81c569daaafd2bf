import { fileURLToPath } from 'node:url'
import type { SystemName } from './simulated-system.ts'

export interface HostCommandOptions {
  readonly profile: string
  /** The app's own flags, such as `--demo`. */
  readonly argv?: readonly string[]
  /** 0, the default, picks a free one. */
  readonly port?: number
  readonly open?: boolean
  /** Waits for an earlier start of the profile to end, instead of notifying it. */
  readonly wait?: boolean
  /** Folder with the app's package.json; this project by default. */
  readonly app?: string
  /** The system to simulate; the computer's own by default. */
  readonly as?: SystemName
}

/** The arguments with which Node runs the browser host. The app receives its profile as it would from Electron. */
export function hostCommand(options: HostCommandOptions): string[] {
  const { profile, argv = [], port = 0, open = false, wait = false, app = projectFolder(), as } = options
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const flags = [`--port=${port}`, `--profile=${profile}`, `--app=${app}`]
  if (open) flags.push('--open')
  if (wait) flags.push('--wait')
  if (as !== undefined) flags.push(`--as=${as}`)
  return ['--disable-warning=ExperimentalWarning', main, ...flags, '--', `--profile=${profile}`, ...argv]
}

const projectFolder = (): string => fileURLToPath(new URL('..', import.meta.url))
