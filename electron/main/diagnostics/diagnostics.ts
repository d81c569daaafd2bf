import { release } from 'node:os'
import { DAY_MS } from '../../../core/clock.ts'
import { diagnosticsText } from '../../../core/diagnostics/diagnostics-text.ts'
import type { Copied, SettingsView } from '../../../core/contract.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { Companion } from '../companion/companion-types.ts'
import { copyToClipboard } from '../templates/copy-to-clipboard.ts'
import { maskLine } from '../system/mask-line.ts'
import type { RecentWarning } from './recent-warnings.ts'

const REPORTED_MS = 7 * DAY_MS

/** A report for an administrator: shown first, and copied exactly as shown. */
export interface Diagnostics {
  read(): string
  copy(): Promise<Copied>
}

export interface DiagnosticsParts {
  readonly state: Companion['state']
  readonly settingsView: () => SettingsView
  readonly journal: () => Pick<Journal, 'watchingReport'>
  readonly warnings: () => readonly RecentWarning[]
  /** Codes and names known now: removed once more from the warnings, whatever they contained when they were written. */
  readonly secrets: () => readonly string[]
  readonly names: () => readonly string[]
  /** `process.versions`; includes Electron's when running in it. */
  readonly versions: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly now: () => number
  readonly write: (text: string) => Promise<unknown>
}

export function createDiagnostics(parts: DiagnosticsParts): Diagnostics {
  const { versions, now } = parts
  let shown: string | null = null

  function read(): string {
    const { electron, chrome, node } = versions
    const cleaned = (line: string): string => maskLine(line, parts.secrets(), parts.names())
    shown = diagnosticsText({
      now: now(),
      host: electron === undefined ? 'browser host' : 'Electron',
      versions: named({ electron, chrome, node }),
      platform: `${parts.platform} ${release()} ${process.arch}`,
      view: parts.settingsView(),
      state: parts.state(),
      report: parts.journal().watchingReport(now() - REPORTED_MS, now()),
      warnings: parts.warnings().map(({ at, line }) => ({ at, line: cleaned(line) })),
    })
    return shown
  }

  return { read, copy: () => copyToClipboard(shown ?? read(), parts.write) }
}

const named = (versions: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(versions).flatMap(([name, version]) => (version === undefined ? [] : [[name, version]])),
  )
