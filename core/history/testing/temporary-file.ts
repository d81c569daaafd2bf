import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A path for a journal in its own folder; `remove` deletes the folder. */
export function temporaryFile(): {
  readonly path: string
  readonly folder: string
  readonly remove: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-journal-'))
  return {
    path: join(folder, 'journal.db'),
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
