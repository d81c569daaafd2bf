import type { Clock } from '../../../core/clock.ts'
import type { NamedStatus } from '../../../core/status-words.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import type { Logger } from '../system/log.ts'

export interface QuitByPersonParts {
  readonly settings: () => Pick<Settings, 'logOutAtQuit'>
  /** Sends it at most once, where it is offered; see AgentStatus. */
  readonly last: (status: NamedStatus) => Promise<boolean>
  readonly clock: Pick<Clock, 'after'>
  readonly quit: () => void
  readonly platform: NodeJS.Platform
  /** An update is about to replace the program, which is nobody's quitting. */
  readonly isInstalling: () => boolean
  readonly log: Pick<Logger, 'info'>
}

export interface QuitByPerson {
  /** Its person quits the program: logs them out first, if the settings say so. */
  quit(): Promise<void>
  /** The system shuts down: nothing holds that up. */
  shutDown(): void
  /** Call when the program is about to end. True where it has to wait for the logging out: then quit() follows. */
  holds(): boolean
}

const LONGEST_WAIT_MS = 3_000 // whoever quits waits no longer

/**
 * Logs the agent out when they quit. Not when an update, a crash or a restart ends the program: those don't come this way.
 * macOS' own menu quits too, where `holds` catches it; elsewhere only the tray does.
 */
export function createQuitByPerson(parts: QuitByPersonParts): QuitByPerson {
  let isEnding = false

  async function logOut(): Promise<void> {
    let stop = (): void => undefined
    const tooLong = new Promise<false>((settle) => {
      stop = parts.clock.after(LONGEST_WAIT_MS, () => settle(false))
    })
    const isSent = await Promise.race([parts.last('logout'), tooLong])
    stop()
    parts.log.info(`quitting: ${isSent ? 'logged out' : 'not logged out'}`)
  }

  async function quit(): Promise<void> {
    if (isEnding) return
    isEnding = true
    if (parts.settings().logOutAtQuit) await logOut()
    parts.quit()
  }

  return {
    quit,
    shutDown: () => void (isEnding = true),
    holds() {
      const { platform, isInstalling, settings } = parts
      if (isEnding || platform !== 'darwin' || isInstalling() || !settings().logOutAtQuit) return false
      void quit()
      return true
    },
  }
}
