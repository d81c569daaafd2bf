import type { AppUpdater } from 'electron-updater'
import type { Settings } from '../../../core/settings/settings.ts'
import type { UpdateFailure } from '../../../core/updates/update-state.ts'
import type { Logger } from '../system/log.ts'

/** Where updates come from and what puts them in place. One thing at a time; the caller sees to that. */
export interface UpdateSource {
  configure(settings: Pick<Settings, 'updateServer' | 'updateChannel'>): void
  /** The version that is newer than what runs; null for none. Rejects when the server gives no good answer. */
  check(): Promise<string | null>
  /** Fetches what `check` found, and rejects unless it is whole. A damaged file is removed. */
  download(): Promise<void>
  /** Puts it in place and ends the program. Throws when it could not begin to. */
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

/** electron-updater as a source: it checks each file's SHA-512, on macOS who signed it, and on Windows by our own check (signature-check.ts). */
export function createUpdateSource(updater: Updater, log: Logger): UpdateSource {
  let failed: Error | null = null
  updater.logger = { info: log.info, warn: log.warn, error: log.warn }
  // What is fetched and when it is installed is decided by us alone.
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.disableWebInstaller = true
  updater.on('error', (error) => (failed = error))
  return {
    configure({ updateServer, updateChannel }) {
      updater.setFeedURL({ provider: 'generic', url: updateServer, channel: updateChannel })
      // A server that offers an older version may be one that was taken over.
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

/** What an error of a source comes to. The network fails in many ways; what is wrong with the file has a code. */
export function updateFailure(error: unknown): Exclude<UpdateFailure, 'not-installed'> {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null
  if (code === SIGNATURE_NOT_CHECKED) return 'unverified'
  return typeof code === 'string' && DAMAGED.includes(code) ? 'damaged' : 'unreachable'
}

/** The code of an error: nobody could say who signed what came (signature-check.ts). */
export const SIGNATURE_NOT_CHECKED = 'SIGNATURE_NOT_CHECKED'

/** electron-updater's codes for what came and is not good. */
const DAMAGED: readonly string[] = [
  'ERR_CHECKSUM_MISMATCH',
  'ERR_UPDATER_INVALID_SIGNATURE',
  'ERR_UPDATER_INVALID_UPDATE_INFO',
  'ERR_UPDATER_INVALID_VERSION',
  'ERR_UPDATER_NO_CHECKSUM',
  'ERR_UPDATER_NO_FILES_PROVIDED',
  'ERR_UPDATER_ASSET_NOT_FOUND',
]
