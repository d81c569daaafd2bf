import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { decodeText } from '../../../core/decode-text.ts'
import { attempt } from '../system/attempt.ts'

/** Rewrites a file that an editor saved as UTF-16 or with a byte order mark: electron-store reads only UTF-8. */
export function saveInUtf8(path: string): void {
  const bytes = attempt(() => readFileSync(path))
  const text = bytes === null ? '' : decodeText(bytes)
  if (bytes === null || bytes.equals(Buffer.from(text)) || text.includes('\uFFFD')) return
  writeFileSync(`${path}.part`, text)
  renameSync(`${path}.part`, path)
}
