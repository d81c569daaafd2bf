/** What the program's own command line asks for. Everything else on it belongs to Electron. */
export interface Flags {
  /** Start with the simulated call centre. */
  readonly demo: boolean
  /** Folder for settings, code and log; null for the system's usual one. */
  readonly profile: string | null
}

/** Reads `--demo` and `--profile=DIR`. Flags of Electron and Chromium are left to them. */
export function readFlags(argv: readonly string[]): Flags {
  const profile = argv.find((word) => word.startsWith('--profile='))?.slice('--profile='.length) ?? ''
  return { demo: argv.includes('--demo'), profile: profile === '' ? null : profile }
}
