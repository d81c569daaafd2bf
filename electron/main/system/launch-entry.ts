import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { DESKTOP_NAME } from '../program/app-id.ts'
import { attempt } from './attempt.ts'

/** The file with which Linux desktops start a program at login. Its calls throw like Node's. */
export interface LaunchEntry {
  /** Writes it atomically, and only if it differs. */
  write(): void
  remove(): void
  /** Whether it exists and starts this very program. */
  isOwn(): boolean
}

/** The entry that runs `command`, in the folder of the freedesktop.org autostart specification. */
export function launchEntry(
  env: Readonly<Record<string, string | undefined>>,
  command: readonly string[],
): LaunchEntry {
  const path = launchEntryPath(env)
  const text = launchEntryText(command)
  const isOwn = (): boolean => attempt(() => readFileSync(path, 'utf8')) === text
  return {
    write() {
      if (isOwn()) return
      mkdirSync(dirname(path), { recursive: true })
      const half = `${path}.${process.pid}`
      try {
        writeFileSync(half, text)
        renameSync(half, path)
      } finally {
        rmSync(half, { force: true })
      }
    },
    remove: () => rmSync(path, { force: true }),
    isOwn,
  }
}

/**
 * Its path, by the program's own name: desktops derive the running program's name from it, and portals look for that. A
 * relative `XDG_CONFIG_HOME` doesn't count, according to the specification.
 */
export function launchEntryPath(env: Readonly<Record<string, string | undefined>>): string {
  const config = env['XDG_CONFIG_HOME'] ?? ''
  return join(
    config.startsWith('/') ? config : join(homedir(), '.config'),
    'autostart',
    `${DESKTOP_NAME}.desktop`,
  )
}

/** Its content. `command`: the program's full path, and its arguments. */
export function launchEntryText(command: readonly string[]): string {
  return `[Desktop Entry]
Type=Application
Name=Ringside
Exec=${command.map(quoted).join(' ')}
Terminal=false
X-GNOME-Autostart-enabled=true
`
}

/** Quoted for Exec, then escaped like any text of such a file: so a backslash becomes four. */
const quoted = (word: string): string =>
  `"${word.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`.replaceAll('\\', '\\\\')
