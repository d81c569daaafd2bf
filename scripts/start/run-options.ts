import { readCommand } from '../command/command.ts'
import { readPort } from '../../browser-host/host-options.ts'

/** Where the app runs: Electron, the browser host, or whichever is available. */
export type RunHost = 'electron' | 'browser' | 'either'

export interface RunOptions {
  readonly host: RunHost
  /** For the browser host; 0 takes a free one. */
  readonly port: number
  /** Where settings are stored; null for the app's usual folder (a fresh one in the demo). */
  readonly profile: string | null
  /** Opens the browser host's page. */
  readonly open: boolean
  readonly demo: boolean
  /** On Linux, as a Wayland program, even if there is XWayland. */
  readonly wayland: boolean
}

/** The flags of `npm start`, `npm run demo` and `npm run dev`; see where they are run for what they do. */
export const RUN_FLAGS = {
  host: {
    type: 'string',
    takes: 'HOST',
    does: 'electron or browser; by default Electron if it can run, otherwise the browser host',
  },
  port: { type: 'string', default: '0', takes: 'N', does: 'the browser host’s port; 0 picks a free one' },
  profile: { type: 'string', takes: 'DIR', does: 'where settings are stored' },
  open: { type: 'boolean', does: 'opens the browser host’s page' },
  demo: { type: 'boolean', does: 'uses the simulated call centre' },
  wayland: { type: 'boolean', does: 'on Linux, runs as a Wayland program even where there is XWayland' },
} as const

/** Reads what follows `npm start --`. If it can't, returns one line that says what is wrong. */
export function readRunOptions(args: readonly string[]): RunOptions | string {
  const read = readCommand({ name: 'start', does: '', flags: RUN_FLAGS }, args)
  if (typeof read === 'string') return read
  const { host, port, profile, open = false, demo = false, wayland = false } = read.values
  if (host !== undefined && host !== 'electron' && host !== 'browser')
    return `--host must be electron or browser, not "${host}".`
  const portNumber = readPort(port)
  if (portNumber === null) return `--port is a number from 0 to 65535, not "${port}".`
  if (profile === '') return '--profile needs a folder.'
  return { host: host ?? 'either', port: portNumber, profile: profile ?? null, open, demo, wayland }
}
