import { statSync } from 'node:fs'
import { join } from 'node:path'
import { app, powerMonitor } from 'electron/main'
import { MINUTE_MS } from '../../../core/clock.ts'
import { statusText } from '../../../core/words/status-text.ts'
import type { Flags } from '../program/flags.ts'
import type { Updates } from '../updates/updates.ts'
import { UPDATE_NOTE } from '../updates/update-note.ts'
import type { MainParts } from '../program/main-parts.ts'
import { logInAtStart } from './log-in-at-start.ts'
import { createQuitByPerson, type QuitByPerson } from './quit-by-person.ts'

export interface FollowAgentStatusParts extends MainParts {
  readonly updates: Pick<Updates, 'state'>
  readonly flags: Flags
  readonly folder: string
  /** Whether the user can see the window, which shows the outcome itself. */
  readonly isWindowVisible: () => boolean
  /** Shows a short notification. */
  readonly say: (sentence: string, id: string) => void
}

export interface FollowedAgentStatus extends QuitByPerson {
  end(): void
}

/**
 * Logs the agent in at startup and out on quitting, and reports the outcome of a status change if the window is hidden.
 */
export function followAgentStatus(parts: FollowAgentStatusParts): FollowedAgentStatus {
  const { companion, configuration, clock, log, flags } = parts
  const { settings } = configuration
  const quitting = createQuitByPerson({
    settings,
    last: companion.status.last,
    clock,
    quit: () => app.quit(),
    platform: process.platform,
    isInstalling: () => parts.updates.state().kind === 'installing',
    log,
  })
  powerMonitor.on('shutdown', quitting.shutDown)
  const stops = [
    () => powerMonitor.off('shutdown', quitting.shutDown),
    logInAtStart({
      settings,
      isByPerson: flags.restartedAt === null && !flags.demo && !isAfterUpdate(parts.folder, clock.now()),
      onState: companion.onState,
      set: companion.status.set,
    }),
    companion.onStatusRequest((request) => {
      if (request.kind !== 'refused' && request.kind !== 'unconfirmed') return
      if (parts.isWindowVisible()) return
      const { agentStatus, ...words } = parts.words()
      const status = statusText({ word: request.status, number: null }, settings().statusNames, words)
      const why = request.why === null ? '' : ` ${agentStatus.why(request.why)}`
      parts.say(`${agentStatus[request.kind](status)}${why}`, `status-${request.at}`)
    }),
  ]
  return {
    ...quitting,
    end() {
      for (const stop of stops) stop()
    },
  }
}

const RESTART_MS = 10 * MINUTE_MS // installing an update and restarting takes less

/** Whether an update just restarted the program. If it was installed when the user quit, its note is older. */
function isAfterUpdate(folder: string, now: number): boolean {
  const written = statSync(join(folder, UPDATE_NOTE), { throwIfNoEntry: false })?.mtimeMs
  return written !== undefined && now - written < RESTART_MS
}
