import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAppInfo } from '../../browser-host/app-info.ts'
import { licencesText } from './licences.ts'
import { type Part, readParts } from './parts.ts'
import { sbom } from './sbom.ts'

/** Writes LICENSES.txt and the bill of materials of the build into `dist/legal`, from where they are packed. */
export function writeLegal(root: string): readonly Part[] {
  const parts = readParts(root)
  const { version } = readAppInfo(root)
  const lock: unknown = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const folder = join(root, 'dist', 'legal')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'LICENSES.txt'), licencesText(parts))
  writeFileSync(join(folder, 'sbom.cdx.json'), sbom({ name: 'ringside', version }, parts, lock))
  return parts
}
