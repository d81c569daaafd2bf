/** What the program's own command line asks for. Everything else on it belongs to Electron. */
export interface Flags {
  /** Start with the simulated call centre. */
  readonly demo: boolean
  /** Folder for settings, code and log; null for the system's usual one. */
  readonly profile: string | null
  /** Start in the tray, whatever the settings say: the system started it at login. */
  readonly hidden: boolean
  /** When the program restarted itself after an error, epoch ms; null when a person or the system started it. */
  readonly restartedAt: number | null
}

/** The flag that a restarted program gets, up to its value. */
export const RESTARTED_AT = '--restarted-at='

/** The flag of a start at login. */
export const HIDDEN = '--hidden'

/** Reads `--demo`, `--hidden`, `--profile=DIR` and `--restarted-at=MS`. Flags of Electron and Chromium are left to them. */
export function readFlags(argv: readonly string[]): Flags {
  const profile = valueOf('--profile=', argv)
  const restartedAt = valueOf(RESTARTED_AT, argv)
  return {
    demo: argv.includes('--demo'),
    profile: profile === '' ? null : profile,
    hidden: argv.includes(HIDDEN),
    restartedAt: /^\d{1,15}$/.test(restartedAt) ? Number(restartedAt) : null,
  }
}

const valueOf = (flag: string, argv: readonly string[]): string =>
  argv.find((word) => word.startsWith(flag))?.slice(flag.length) ?? ''
