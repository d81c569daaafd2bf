import { downloadArtifact as download } from '@electron/get'
import type * as v from 'valibot'
import type { INSTALLER_REPORT } from './download-progress.ts'

/** @electron/get's own `downloadArtifact`, with its progress reported to the parent process. */
export async function downloadArtifact(details: Parameters<typeof download>[0]): Promise<string> {
  const downloadOptions = {
    quiet: true,
    async getProgressCallback({ transferred, total }: { transferred: number; total: number | null }) {
      await report({ kind: 'progress', transferredBytes: transferred, totalBytes: total })
    },
  }
  try {
    const path = await download({ ...details, downloadOptions })
    await report({ kind: 'downloaded' })
    return path
  } catch (error) {
    await report({ kind: 'failed', why: reason(error) })
    throw error
  }
}

async function report(what: v.InferInput<typeof INSTALLER_REPORT>): Promise<void> {
  await new Promise<void>((sent) => {
    if (process.send === undefined) sent()
    else process.send(what, undefined, undefined, () => sent())
  })
}

/** Node's fetch says what went wrong only in the cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message
}
