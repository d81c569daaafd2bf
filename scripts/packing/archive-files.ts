import { extractFile, listPackage, statFile } from '@electron/asar'

export interface ArchiveFile {
  /** With forward slashes, for example `out/main/index.js`. */
  readonly path: string
  readonly bytes: number
  readonly text: () => string
}

/** The files of an asar without folders, the largest first. */
export function archiveFiles(asar: string): readonly ArchiveFile[] {
  const files: ArchiveFile[] = []
  for (const listed of listPackage(asar, { isPack: false })) {
    const path = listed.slice(1)
    const entry = statFile(asar, path)
    if (!('size' in entry)) continue
    files.push({
      path: path.replaceAll('\\', '/'),
      bytes: entry.size,
      text: () => extractFile(asar, path).toString(),
    })
  }
  return files.sort((one, other) => other.bytes - one.bytes)
}
