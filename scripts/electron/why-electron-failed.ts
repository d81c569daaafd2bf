import { lastLine } from './last-line.ts'
import type { StartFailure } from './run-electron.ts'
import { type Machine, RESTRICTED_NAMESPACES } from './why-not-electron.ts'

/**
 * Why Electron didn't start, as the end of a sentence. Sources: what Linux, macOS, Windows and Chromium print in that
 * case.
 */
export function whyElectronFailed(
  failure: StartFailure,
  machine: Pick<Machine, 'namespaces' | 'env'>,
): string {
  switch (failure.kind) {
    case 'not-spawned':
      return whyNotSpawned(failure.code)
    case 'silent':
      return `it printed nothing for ${failure.ms / 1000} seconds`
    case 'died':
      return (
        knownReason(failure.stderr, machine) ??
        (failure.code === DLL_NOT_FOUND ? 'a library (DLL) it needs is missing' : howItDied(failure))
      )
  }
}

const DLL_NOT_FOUND = 0xc0000135 // Windows' STATUS_DLL_NOT_FOUND

function whyNotSpawned(code: string): string {
  switch (code) {
    case 'ENOENT': // The file was found before: its loader is missing.
      return 'this system doesn’t have the C library its runtime was built for'
    case 'EACCES':
      return 'this user isn’t allowed to run its runtime'
    case 'ENOEXEC':
    case 'Unknown system error -86': // macOS' EBADARCH
      return OTHER_PROCESSOR
    default:
      return `its runtime couldn’t be run (${code})`
  }
}

const OTHER_PROCESSOR = 'its runtime was built for another kind of processor'

function knownReason(
  stderr: string,
  { namespaces, env }: Pick<Machine, 'namespaces' | 'env'>,
): string | null {
  const library =
    /error while loading shared libraries: ([^:\s]+)/.exec(stderr)?.[1] ??
    /Library not loaded: (.+)/.exec(stderr)?.[1]
  if (library !== undefined) return `the library ${library} is missing`
  if (/Running as root without --no-sandbox/.test(stderr)) return 'its sandbox doesn’t work as root'
  if (/SUID sandbox helper|No usable sandbox/.test(stderr))
    return namespaces === 'restricted'
      ? `${RESTRICTED_NAMESPACES}, and chrome-sandbox isn’t owned by root with mode 4755`
      : 'its sandbox can’t be set up: there are no user namespaces, and chrome-sandbox isn’t owned by root with mode 4755'
  if (/Missing X server|cannot open display|Failed to connect to Wayland display/.test(stderr))
    return `the display ${env['WAYLAND_DISPLAY'] || env['DISPLAY'] || ''} can’t be reached`
  // If the system can't run a file, the C library passes it to a shell.
  return /: Syntax error: |cannot execute|Exec format error|ELF/.test(stderr) ? OTHER_PROCESSOR : null
}

function howItDied({
  code,
  signal,
  stderr,
}: {
  code: number | null
  signal: string | null
  stderr: string
}): string {
  const said = lastLine(stderr)
  const how = code === null ? `by the signal ${signal ?? 'unknown'}` : `with exit code ${code}`
  return `it ended ${how} before Ringside had started${said === null ? '' : ` (${said})`}`
}
