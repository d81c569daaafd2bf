import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SecretFile } from '../system/stored-secret.ts'
import { textOf } from './settings-file.ts'

/** The encrypted code's file, readable only by this user. */
export function secretFile(path: string): SecretFile {
  return {
    read: () => textOf(path),
    write(text) {
      mkdirSync(dirname(path), { recursive: true })
      // Atomic: a half-written code couldn't be read again.
      const half = `${path}.part`
      writeFileSync(half, text, { mode: 0o600 })
      renameSync(half, path)
    },
  }
}
