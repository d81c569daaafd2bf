/** How far a download has progressed. */
export interface DownloadProgress {
  readonly transferredBytes: number
  /** Null if the server doesn't say. */
  readonly totalBytes: number | null
}

/** What the installer process reports: bytes, the end of the download, or why it failed. */
export type InstallerReport =
  | ({ readonly kind: 'progress' } & DownloadProgress)
  | { readonly kind: 'downloaded' }
  | { readonly kind: 'failed'; readonly why: string }

/** "34 of 118 MB (29 %)", or "34 MB" if the size is unknown. */
export function progressText({ transferredBytes, totalBytes }: DownloadProgress): string {
  const done = Math.floor(transferredBytes / MEGABYTE)
  if (totalBytes === null || totalBytes === 0) return `${done} MB`
  const percent = Math.floor((100 * transferredBytes) / totalBytes)
  return `${done} of ${Math.ceil(totalBytes / MEGABYTE)} MB (${percent} %)`
}

const MEGABYTE = 1_000_000
