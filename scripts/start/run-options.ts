import { parseArgs } from 'node:util'
import { readPort } from '../../browser-host/host-options.ts'

/** Where the app runs: Electron, the browser host, or whichever is there. */
export type RunHost = 'electron' | 'browser' | 'either'

export interface RunOptions {
  readonly host: RunHost
  /** For the browser host; 0 takes a free one. */
  readonly port: number
  /** Where settings live; null for the app's usual place (a fresh one in the demo). */
  readonly profile: string | null
  /** Opens the browser host's page. */
  readonly open: boolean
  readonly demo: boolean
}

/** Reads what follows `npm start --`. A text is the one line that says what is wrong with it. */
export function readRunOptions(args: readonly string[]): RunOptions | string {
  const parsed = parse(args)
  if (typeof parsed === 'string') return parsed
  const { host, port, profile, open = false, demo = false } = parsed
  if (host !== undefined && host !== 'electron' && host !== 'browser')
    return `--host is electron or browser, not "${host}".`
  const portNumber = readPort(port)
  if (portNumber === null) return `--port is a number from 0 to 65535, not "${port}".`
  if (profile === '') return '--profile needs a folder.'
  return { host: host ?? 'either', port: portNumber, profile: profile ?? null, open, demo }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (error) {
    // Node's own sentence names the flag, and adds advice that does not fit here.
    return error instanceof Error
      ? (error.message.split(/\. |\n/)[0] ?? '').replace(/\.?$/, '.')
      : String(error)
  }
}

const OPTIONS = {
  host: { type: 'string' },
  port: { type: 'string', default: '0' },
  profile: { type: 'string' },
  open: { type: 'boolean' },
  demo: { type: 'boolean' },
} as const
