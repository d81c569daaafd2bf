import type { Settings } from '../../../core/settings/settings.ts'
import { attempt } from '../system/attempt.ts'

/** The user's own settings, and nothing else: policy and defaults are applied elsewhere. */
export interface SettingsStore {
  /** As stored; parsed by core/settings. */
  values(): unknown
  /** False if the disk refused; then nothing has changed. */
  change(values: Partial<Settings>): boolean
  /** New name of unreadable settings that were quarantined; null if they were read. */
  readonly quarantineFile: string | null
}

/** The part of electron-store that is used. */
export interface StoredSettings {
  readonly store: Readonly<Record<string, unknown>>
  set(values: Readonly<Record<string, unknown>>): void
}

export interface SettingsStoreParts {
  readonly open: () => StoredSettings
  /** The file's text; null if there is none. */
  readonly read: () => string | null
  /** Moves the file out of the way and returns its new name; throws if it can't. */
  readonly quarantine: () => string
}

/**
 * Opens the user's settings. A file that isn't a JSON object is quarantined, so that nothing in it is lost. A disk that
 * refuses must not prevent startup: defaults apply, and a change is reported as not saved.
 */
export function openSettingsStore({ open, read, quarantine }: SettingsStoreParts): SettingsStore {
  const text = read()
  const quarantineFile = text === null || isObject(text) ? null : attempt(quarantine)
  const opened = attempt(open)
  return {
    quarantineFile,
    values: () => opened?.store ?? {},
    change: (values) => opened !== null && attempt(() => (opened.set(values), true)) === true,
  }
}

function isObject(text: string): boolean {
  const value = attempt((): unknown => JSON.parse(text.replace(/^\uFEFF/, '')))
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
