import { join } from 'node:path'
import type { Exported } from '../../../core/contract.ts'

/** Writes what the user exports to a new file, in the downloads folder, or if that fails in a folder they choose. */
export interface ExportFile {
  /** `name`: the file's, for a moment such as `2026-01-15T10-00-10`. */
  write(name: (moment: string) => string, chunks: () => Iterable<string>): Promise<Exported>
  /** Shows the last exported file in its folder. */
  show(): void
}

export interface ExportFileParts {
  readonly now: () => number
  /** The user's downloads folder; null if the system names none. It may not exist. */
  readonly downloads: () => string | null
  /** Asks the user for a folder; null when they choose none. */
  readonly chooseFolder: () => Promise<string | null>
  /** Writes the chunks one after the other; rejects instead of overwriting an existing file. */
  readonly write: (file: string, chunks: Iterable<string>) => Promise<void>
  readonly showFile: (file: string) => void
}

export function createExportFile(parts: ExportFileParts): ExportFile {
  let exported: string | null = null

  async function writeTo(file: string, chunks: Iterable<string>): Promise<Exported> {
    await parts.write(file, chunks)
    exported = file
    return { kind: 'exported', file }
  }

  /** To the downloads folder; null if that can't be written to. */
  async function writeInDownloads(name: string, chunks: Iterable<string>): Promise<Exported | null> {
    const folder = parts.downloads()
    try {
      return folder === null ? null : await writeTo(join(folder, name), chunks)
    } catch (error) {
      return isNoFolder(error) ? null : FAILED
    }
  }

  return {
    async write(nameAt, chunks) {
      const name = nameAt(new Date(parts.now()).toISOString().slice(0, 19).replaceAll(':', '-'))
      const written = await writeInDownloads(name, chunks())
      if (written !== null) return written
      const folder = await parts.chooseFolder()
      return folder === null
        ? { kind: 'cancelled' }
        : writeTo(join(folder, name), chunks()).catch(() => FAILED)
    },
    show: () => exported !== null && parts.showFile(exported),
  }
}

const FAILED: Exported = { kind: 'failed' }

/** It can't be reached or written to: another folder may work, which would not help on a full disk. */
const isNoFolder = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(?:E[A-Z]+|UNKNOWN)$/.test(String(error.code)) &&
  !['ENOSPC', 'EDQUOT', 'EEXIST', 'EMFILE'].some((code) => code === error.code)
