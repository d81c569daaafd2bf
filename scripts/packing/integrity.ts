import { createHash } from 'node:crypto'
import { getRawHeader } from '@electron/asar'

/**
 * The SHA-256 of an asar's header, which holds the hash of each file's blocks: what Electron compares, on Windows and
 * macOS, with what the builder wrote into the signed program.
 */
export function archiveIntegrity(asar: string): string {
  return createHash('sha256').update(getRawHeader(asar).headerString).digest('hex')
}
