import { createHash } from 'node:crypto'
import { getRawHeader } from '@electron/asar'

/**
 * The SHA-256 of an asar's header, which contains the hash of each file's blocks. On Windows and macOS, Electron
 * compares it with the one that the builder wrote into the signed program.
 */
export function archiveIntegrity(asar: string): string {
  return createHash('sha256').update(getRawHeader(asar).headerString).digest('hex')
}
