import { app, dialog } from 'electron/main'
import type { Words } from '../../../core/words/words.ts'
import { createCrashGuard } from './crash-guard.ts'
import type { CrashGuardParts } from './crash-guard.ts'
import { RESTARTED_AT } from './flags.ts'
import type { PrivateFiles } from './private-files.ts'
import { relaunchOptions } from './relaunch-options.ts'

export interface SurviveErrorParts extends Omit<CrashGuardParts, 'restart' | 'stop'> {
  readonly words: () => Words
  readonly files: PrivateFiles
}

/** From here on an uncaught error shuts the program down cleanly, and restarts it once. */
export function surviveErrors(parts: SurviveErrorParts): void {
  const guard = createCrashGuard({
    ...parts,
    restart(at) {
      process.umask(parts.files.usualUmask)
      app.relaunch(relaunchOptions(process.argv, process.env, `${RESTARTED_AT}${at}`))
      app.exit(0)
    },
    stop() {
      const { stopped, stoppedWhy } = parts.words().stay
      dialog.showErrorBox(stopped, stoppedWhy)
      app.exit(1)
    },
  })
  process.on('uncaughtException', (error) => guard('uncaught', error))
  process.on('unhandledRejection', (reason) => guard('rejected', reason))
}
