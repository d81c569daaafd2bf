import type { Settings } from '../../../core/settings/settings.ts'

/** What the person has set, and nothing else: policy and defaults are laid over and under it elsewhere. */
export interface SettingsStore {
  /** As stored; to be read by core/settings. */
  values(): unknown
  /** False when the disk refused; then nothing has changed. */
  change(values: Partial<Settings>): boolean
  /** Name of the file that the unreadable settings were put aside as; null when they were read. */
  readonly quarantineFile: string | null
}

/** The part of electron-store that is used. */
export interface KeptSettings {
  readonly store: Readonly<Record<string, unknown>>
  set(values: Readonly<Record<string, unknown>>): void
}

export interface SettingsStoreParts {
  readonly open: () => KeptSettings
  /** The file's text; null when there is none. */
  readonly read: () => string | null
  /** Moves the file out of the way and gives its new name; throws when it can't. */
  readonly putAside: () => string
}

/** Opens the person's settings. A file that is no JSON object is put aside, so that nothing in it is lost. */
export function openSettingsStore({ open, read, putAside }: SettingsStoreParts): SettingsStore {
  const text = read()
  const quarantineFile = text === null || isObject(text) ? null : attempt(putAside)
  const kept = attempt(open)
  return {
    quarantineFile,
    values: () => kept?.store ?? {},
    change: (values) => kept !== null && attempt(() => (kept.set(values), true)) === true,
  }
}

/** A disk that refuses is no reason not to start: defaults hold, and a change says that it was not saved. */
function attempt<T>(run: () => T): T | null {
  try {
    return run()
  } catch {
    return null
  }
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
