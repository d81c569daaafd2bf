/** `node scripts/make-admx.ts`: the administrative templates for Windows, from the settings, into resources/admx. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { admxFiles } from './policy/admx-files.ts'

const FOLDER = join(import.meta.dirname, '../resources/admx')

for (const [name, text] of admxFiles()) {
  const path = join(FOLDER, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
