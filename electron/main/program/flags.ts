import { PHONE_LINK } from '../dialling/phone-links.ts'

/** What the program's own command line requests. */
export interface Flags {
  /** Start with the simulated call centre. */
  readonly demo: boolean
  /** Folder for settings, code and log; null for the system's default. */
  readonly profile: string | null
  /** Start in the tray, whatever the settings: the system started it at login. */
  readonly hidden: boolean
  /** When the program restarted itself after an error, epoch ms; null when the user or the system started it. */
  readonly restartedAt: number | null
}

/** The flag that a restarted program gets, up to its value. */
export const RESTARTED_AT = '--restarted-at='

/** The flag of a start at login. */
export const HIDDEN = '--hidden'

/** The flag of a start as a Wayland program, even if there is XWayland. */
export const WAYLAND = '--wayland'

/** What decides whether a command line is accepted: the system, and whether an AppImage is running. */
export interface FlagContext {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
}

interface KnownFlag {
  readonly form: RegExp
  /** Default: on every system. */
  readonly on?: (context: FlagContext) => boolean
}

const onWindows = ({ platform }: FlagContext): boolean => platform === 'win32'
const onMac = ({ platform }: FlagContext): boolean => platform === 'darwin'
const onLinux = ({ platform }: FlagContext): boolean => platform === 'linux'

/** Every argument with which an installed program is ever started. */
const KNOWN_FLAGS: readonly KnownFlag[] = [
  { form: /^--demo$/ },
  { form: /^--profile=/ },
  { form: /^--hidden$/ },
  { form: /^--restarted-at=\d{1,15}$/ },
  { form: /^--ozone-platform=(x11|wayland)$/, on: onLinux },
  { form: /^--wayland$/, on: onLinux },
  // electron-builder's AppRun, if the system doesn't let programs create the namespaces of Chromium's sandbox.
  { form: /^--no-sandbox$/, on: ({ env }) => env['APPIMAGE'] !== undefined },
  // NSIS, after an update.
  { form: /^--updated$/, on: onWindows },
  // COM, for a click on a toast of a program that has ended (docs: LocalServer32).
  { form: /^-Embedding$/, on: onWindows },
  // A link that the system opened the program with; its text comes from a web page.
  { form: PHONE_LINK },
  // The Finder of old macOS versions.
  { form: /^-psn_\d+_\d+$/, on: onMac },
]

/**
 * The first argument that an installed program doesn't know, or null. `words`: the command line without the program.
 * Electron would obey any Chromium switch, and some redirect requests or log them, including the code in them.
 * Returned without its value, as one printable line of at most 60 characters.
 */
export function unknownFlag(words: readonly string[], context: FlagContext): string | null {
  const word = words.find(
    (each) => !KNOWN_FLAGS.some(({ form, on }) => form.test(each) && (on?.(context) ?? true)),
  )
  if (word === undefined) return null
  return word
    .replace(/=.*/s, '')
    .replaceAll(/[^ -~]/g, '?')
    .slice(0, 60)
}

/** Reads `--demo`, `--hidden`, `--profile=DIR` and `--restarted-at=MS`. */
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
