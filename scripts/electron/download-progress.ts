import * as v from 'valibot'

const PROGRESS = v.object({
  kind: v.literal('progress'),
  transferredBytes: v.number(),
  /** Null if the server doesn't say. */
  totalBytes: v.fallback(v.nullable(v.number()), null),
})

/** How far a download has progressed. */
export type DownloadProgress = Readonly<Omit<v.InferOutput<typeof PROGRESS>, 'kind'>>

/** What the installer process reports: bytes, the end of the download, or why it failed. */
export const INSTALLER_REPORT = v.variant('kind', [
  PROGRESS,
  v.object({ kind: v.literal('downloaded') }),
  v.object({ kind: v.literal('failed'), why: v.string() }),
])

/** "34 of 118 MB (29 %)", or "34 MB" if the size is unknown. */
export function progressText({ transferredBytes, totalBytes }: DownloadProgress): string {
  const done = Math.floor(transferredBytes / MEGABYTE)
  if (totalBytes === null || totalBytes === 0) return `${done} MB`
  const percent = Math.floor((100 * transferredBytes) / totalBytes)
  return `${done} of ${Math.ceil(totalBytes / MEGABYTE)} MB (${percent} %)`
}

const MEGABYTE = 1_000_000
