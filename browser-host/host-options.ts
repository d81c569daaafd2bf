import { parseArgs } from 'node:util'
import { ownSystem, SYSTEM_NAMES, systemNamed, type SystemName } from './simulated-system.ts'

export interface HostOptions {
  /** 0 picks a free one. */
  readonly port: number
  /** Where settings are stored; null for the app's default folder. */
  readonly profile: string | null
  /** Folder with the app's package.json. */
  readonly app: string
  /** Waits for an earlier start of the same profile to end, instead of notifying it. For restarts while developing. */
  readonly wait: boolean
  readonly open: boolean
  /** The system to simulate. */
  readonly as: SystemName
  /** What follows `--`: the app's own flags. */
  readonly appArgs: readonly string[]
}

/** Reads the host's command line, or returns a sentence that says what is wrong with it. */
export function readHostOptions(args: readonly string[]): HostOptions | string {
  try {
    const split = args.indexOf('--')
    const { values } = parseArgs({
      args: [...(split === -1 ? args : args.slice(0, split))],
      options: {
        port: { type: 'string', default: '0' },
        profile: { type: 'string' },
        app: { type: 'string', default: process.cwd() },
        wait: { type: 'boolean', default: false },
        open: { type: 'boolean', default: false },
        as: { type: 'string', default: ownSystem(process.platform) },
      },
    })
    const port = readPort(values.port)
    if (port === null) return `--port must be a number from 0 to 65535, not ${values.port}.`
    const as = systemNamed(values.as)
    if (as === null) return `--as must be one of ${SYSTEM_NAMES.join(', ')}, not ${values.as}.`
    const appArgs = split === -1 ? [] : args.slice(split + 1)
    return {
      port,
      profile: values.profile ?? null,
      app: values.app,
      wait: values.wait,
      open: values.open,
      as,
      appArgs,
    }
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  }
}

/** A port as typed; null if invalid. */
export function readPort(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null
}
