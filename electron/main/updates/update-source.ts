import type { AppUpdater } from 'electron-updater'
import type { Settings } from '../../../core/settings/settings.ts'
import type { UpdateFailure } from '../../../core/updates/update-state.ts'
import type { Logger } from '../system/log.ts'

/** Where updates come from and what installs them. One operation at a time; the caller ensures that. */
export interface UpdateSource {
  configure(settings: Pick<Settings, 'updateServer' | 'updateChannel'>): void
  /** The version that is newer than the running one; null for none. Rejects if the server returns no valid response. */
  check(): Promise<string | null>
  /** Fetches what `check` found, and rejects unless it is complete. A damaged file is removed. */
  download(): Promise<void>
  /** Installs it and ends the program. Throws if it could not start. */
  install(restart: boolean): void
}

type Updater = Pick<
  AppUpdater,
  | 'setFeedURL'
  | 'checkForUpdates'
  | 'downloadUpdate'
  | 'quitAndInstall'
  | 'on'
  | 'logger'
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'allowDowngrade'
  | 'disableWebInstaller'
>

/**
 * electron-updater as a source: it checks each file's SHA-512, on macOS the signer, and on Windows our own check
 * (signature-check.ts).
 */
export function createUpdateSource(updater: Updater, log: Logger): UpdateSource {
  let failed: Error | null = null
  updater.logger = { info: log.info, warn: log.warn, error: log.warn }
  // We alone decide what is fetched and when it is installed.
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.disableWebInstaller = true
  updater.on('error', (error) => (failed = error))
  return {
    configure({ updateServer, updateChannel }) {
      updater.setFeedURL({ provider: 'generic', url: updateServer, channel: updateChannel })
      // A server that offers an older version may be compromised.
      updater.allowDowngrade = false
    },
    async check() {
      const result = await updater.checkForUpdates()
      return result?.isUpdateAvailable === true ? result.updateInfo.version : null
    },
    async download() {
      await updater.downloadUpdate()
    },
    install(restart) {
      failed = null
      updater.quitAndInstall(true, restart)
      const error = failedNow()
      if (error !== null) throw error
    },
  }

  function failedNow(): Error | null {
    return failed
  }
}

/** Classifies an error of a source. The network fails in many ways; a problem with the file has a code. */
export function updateFailure(error: unknown): Exclude<UpdateFailure, 'not-installed'> {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null
  if (code === SIGNATURE_NOT_CHECKED) return 'unverified'
  return typeof code === 'string' && DAMAGED.includes(code) ? 'damaged' : 'unreachable'
}

/** The code of an error: the signer is unknown (signature-check.ts). */
export const SIGNATURE_NOT_CHECKED = 'SIGNATURE_NOT_CHECKED'

/** electron-updater's codes for invalid downloads. */
const DAMAGED: readonly string[] = [
  'ERR_CHECKSUM_MISMATCH',
  'ERR_UPDATER_INVALID_SIGNATURE',
  'ERR_UPDATER_INVALID_UPDATE_INFO',
  'ERR_UPDATER_INVALID_VERSION',
  'ERR_UPDATER_NO_CHECKSUM',
  'ERR_UPDATER_NO_FILES_PROVIDED',
  'ERR_UPDATER_ASSET_NOT_FOUND',
]
