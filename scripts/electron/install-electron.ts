import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Clock } from '../../core/clock.ts'
import { INSTALLER_REPORT, type DownloadProgress } from './download-progress.ts'
import { findElectron } from './find-electron.ts'
import { lastLine } from './last-line.ts'
import type { OnStop } from '../start/on-stop.ts'
import { watchSilence } from './silence-watch.ts'
import { START_LIMITS } from './start-limits.ts'

export interface InstallParts {
  /** The `node_modules` folder with Electron's package. */
  readonly modules: string
  readonly env: NodeJS.ProcessEnv
  readonly clock: Pick<Clock, 'after'>
  readonly onProgress: (progress: DownloadProgress) => void
  readonly onUnpacking: () => void
  readonly onStop: OnStop
}

export type Installation =
  | { readonly kind: 'installed'; readonly path: string }
  /** `why` completes a sentence. */
  | { readonly kind: 'failed'; readonly why: string }
  /** By Ctrl+C or SIGTERM. */
  | { readonly kind: 'stopped' }

/**
 * Downloads and unpacks Electron's runtime with Electron's own installer. A download may take as long as it likes while
 * data arrives. Unfinished files are deleted.
 */
export async function installElectron(parts: InstallParts): Promise<Installation> {
  const { modules, env } = parts
  const temporary = await mkdtemp(join(tmpdir(), 'ringside-electron-'))
  const installer = spawn(process.execPath, [INSTALLER, join(modules, 'electron')], {
    env: { ...env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  try {
    const ended = await endOf(installer, parts)
    const path = findElectron(modules)
    return ended.kind === 'failed' && path !== null ? { kind: 'installed', path } : ended
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 })
  }
}

const INSTALLER = join(import.meta.dirname, 'electron-installer.ts')

/** How the installer ended; if it gives no better reason, as failed. */
function endOf(
  installer: ChildProcess,
  parts: InstallParts,
): Promise<Exclude<Installation, { path: string }>> {
  const { clock, onProgress, onUnpacking, onStop } = parts
  return new Promise((resolve) => {
    let errors = ''
    let why: string | null = null
    let stopped = false
    const giveUp = (reason: string): void => {
      why = reason
      installer.kill()
    }
    const { downloadSilenceMs, unpackMs } = START_LIMITS
    let silence = watchSilence(clock, downloadSilenceMs, () =>
      giveUp(`its download received no data for ${downloadSilenceMs / 1000} seconds`),
    )
    const removeStop = onStop(() => {
      stopped = true
      installer.kill()
    })
    installer.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text))
    installer.on('message', (message) => {
      const read = v.safeParse(INSTALLER_REPORT, message)
      if (!read.success) return
      const report = read.output
      if (report.kind === 'progress') {
        silence.heard()
        onProgress(report)
      } else if (report.kind === 'downloaded') {
        silence.end()
        silence = watchSilence(clock, unpackMs, () =>
          giveUp(`unpacking it took longer than ${unpackMs / 1000} seconds`),
        )
        onUnpacking()
      } else why ??= `its download failed (${report.why})`
    })
    const settle = (reason: string): void => {
      installer.removeAllListeners('message') // some may arrive after the exit
      silence.end()
      removeStop()
      resolve(stopped ? { kind: 'stopped' } : { kind: 'failed', why: why ?? reason })
    }
    installer.once('error', (error) => settle(`its installer couldn't be started (${error.message})`))
    installer.once('close', () => settle(`its installer failed (${lastLine(errors) ?? 'without a reason'})`))
  })
}
