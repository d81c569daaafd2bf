import type { Clock } from '../../../core/clock.ts'
import type { NamedStatus } from '../../../core/status-words.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import type { Logger } from '../system/log.ts'

export interface QuitByPersonParts {
  readonly settings: () => Pick<Settings, 'logOutAtQuit'>
  /** Sends it at most once, if it is offered; see AgentStatus. */
  readonly last: (status: NamedStatus) => Promise<boolean>
  readonly clock: Pick<Clock, 'after'>
  readonly quit: () => void
  readonly platform: NodeJS.Platform
  /** Whether an update is about to replace the program, so that the user isn't quitting. */
  readonly isInstalling: () => boolean
  readonly log: Pick<Logger, 'info'>
}

export interface QuitByPerson {
  /** The user quits the program: logs them out first, if the setting is on. */
  quit(): Promise<void>
  /** The system shuts down: nothing must delay that. */
  shutDown(): void
  /**
   * Call when the program is about to end. True if it has to wait until the agent is logged out; quit() follows then.
   */
  holds(): boolean
}

const LONGEST_WAIT_MS = 3_000 // nobody wants to wait longer for a program to quit

/**
 * Logs the agent out when the user quits; not when an update, a crash or a restart ends the program, which doesn't call
 * this. On macOS, the system's menu can also quit the program, and `holds` intercepts that; elsewhere only the tray
 * can.
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
