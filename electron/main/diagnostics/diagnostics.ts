import { release } from 'node:os'
import { DAY_MS, type Clock } from '../../../core/clock.ts'
import { diagnosticsText } from '../../../core/diagnostics/diagnostics-text.ts'
import type { Copied } from '../../../core/contract.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { SettingsFeed } from '../settings/settings-feed.ts'
import { copyToClipboard } from '../templates/copy-to-clipboard.ts'
import { maskLine } from '../system/mask-line.ts'
import { namesToRedact } from './names-to-redact.ts'
import type { RecentWarning } from './recent-warnings.ts'

const REPORTED_MS = 7 * DAY_MS

/** A report for an administrator: shown first, and copied exactly as shown. */
export interface Diagnostics {
  read(): string
  copy(): Promise<Copied>
}

export interface DiagnosticsParts {
  readonly companion: Pick<Companion, 'state'>
  readonly configuration: Pick<Configuration, 'codes'>
  readonly settings: Pick<SettingsFeed, 'read'>
  readonly journal: () => Pick<Journal, 'watchingReport'>
  readonly warnings: () => readonly RecentWarning[]
  /** `process.versions`; includes Electron's when running in it. */
  readonly versions: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly clock: Pick<Clock, 'now'>
  readonly write: (text: string) => Promise<unknown>
}

export function createDiagnostics(parts: DiagnosticsParts): Diagnostics {
  const { versions } = parts
  let shown: string | null = null

  function read(): string {
    const { electron, chrome, node } = versions
    const [now, state] = [parts.clock.now(), parts.companion.state()]
    // Once more: whatever they contained when they were written.
    const cleaned = (line: string): string =>
      maskLine(line, parts.configuration.codes(), namesToRedact(state))
    shown = diagnosticsText({
      now,
      host: electron === undefined ? 'browser host' : 'Electron',
      versions: named({ electron, chrome, node }),
      platform: `${parts.platform} ${release()} ${process.arch}`,
      view: parts.settings.read(),
      state,
      report: parts.journal().watchingReport(now - REPORTED_MS, now),
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
