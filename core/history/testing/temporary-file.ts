import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A path for a journal in a folder of its own; `remove` takes the folder away. */
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
