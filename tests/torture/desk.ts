import type { DatabaseSync } from 'node:sqlite'
import type { CallLogStore } from '../../electron/main/call-log/call-log.ts'
import { deliverAlerts } from '../../electron/main/alerts/deliver-alerts.ts'
import type { Companion } from '../../electron/main/companion/companion-types.ts'
import { assembleProgram } from '../../electron/main/program/assemble-program.ts'
import { createProblemRecorder } from '../../electron/main/problem-recording/problem-recorder.ts'
import { accountOf } from '../../electron/main/session/account.ts'
import { createTelephonyAccess } from '../../electron/main/session/telephony-access.ts'
import { keepRetention } from '../../electron/main/history/retention.ts'
import { createNotifier } from '../../electron/main/alerts/notifier.ts'
import type { AlertCommand } from '../../core/alerts/notification.ts'
import type { CallEvent } from '../../core/domain.ts'
import type { Journal } from '../../core/history/journal.ts'
import { openJournal } from '../../core/history/open-journal.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { createExpectedLegs } from '../../core/dialling/expected-legs.ts'
import type { Dialling } from '../../electron/main/dialling/dialling.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import type { Random } from '../../simulator/world/random.ts'
import type { Computer } from './computer.ts'
import { createMortalStore } from './mortal-store.ts'
import { createOutside } from './outside.ts'
import type { OutsideParts } from './outside.ts'
import { createSystemNotifications } from './system-notifications.ts'

/** One run of the program at an agent's computer: main's own code; only the edges are simulated. */
export interface Desk {
  readonly companion: Companion
  readonly dialling: Dialling
  readonly journal: Journal
  /** As on quitting, except that the journal stays open. */
  quit(): void
}

export interface DeskParts {
  readonly computer: Computer
  readonly fetch: typeof globalThis.fetch
  readonly random: Random
  readonly code: string
  readonly settings: Settings
  /** Where it is stored until when the call log was read. */
  readonly callLogStore: CallLogStore
  /** The journal's file. */
  readonly path: string
  readonly connect: (path: string) => DatabaseSync
  readonly onCommand: (command: AlertCommand) => void
  /** Log lines for technicians: there should be none, because the disk is fine. */
  readonly onJournalTrouble: (line: string) => void
  /** The watchdog took the session for a stopped one, and replaces it. */
  readonly onReplaced: () => void
  readonly onEvents: (events: readonly CallEvent[]) => void
  /** Decides at random what happens to pages and events on their way. */
  readonly fate: Random
  readonly lives: () => boolean
  readonly onLeft: OutsideParts['onLeft']
  /** The program dies at this moment. */
  readonly die: () => void
}

const SECRET = 'torture-secret'
/** The policy of the simulated desk fixes its extension. */
const WHOSE = { masked: false, isOwnByPolicy: true }

/** Starts watching at once. */
export function startDesk({ computer, fetch, random, code, settings, path, ...rest }: DeskParts): Desk {
  const { clock } = computer
  const words = wordsFor('en', [])
  const log = { info: () => undefined, warn: () => undefined }
  const { journal } = openJournal({ path, now: clock.now, log: rest.onJournalTrouble, connect: rest.connect })
  const notifier = createNotifier({
    isSupported: () => true,
    create: createSystemNotifications(computer, random),
    platform: 'linux',
    clock,
    log,
    openLabel: () => words.tray.open,
  })
  const legs = createExpectedLegs(clock.after)
  const { fate, lives, die, onLeft } = rest
  const fired = createMortalStore({ store: journal, random: fate, lives, die })
  const outside = createOutside({ random: fate, lives, onLeft })
  const configuration = {
    settings: () => settings,
    account: () => accountOf(settings, () => code, WHOSE),
    candidate: () => null,
    locked: () => [],
    isDemo: () => false,
    webhookSecret: () => SECRET,
    copyTemplates: () => [],
  }
  const edge = { fetch, clock, random: random.next }
  const problem = createProblemRecorder({
    ...edge,
    version: '',
    pathFor: (name) => name,
    write: () => Promise.resolve(),
  })
  const telephony = createTelephonyAccess({ ...edge, actFetch: fetch, legs, problem, configuration, log })
  const { companion, dialling, ends } = assembleProgram({
    ...{ clock, configuration, legs },
    telephony: {
      ...telephony,
      watch: (account, { onAnswer, onStopped }) =>
        telephony.watch(account, {
          onAnswer,
          onStopped() {
            rest.onReplaced()
            onStopped()
          },
        }),
    },
    words: () => words,
    journal: () => journal,
    store: () => fired,
    callLogStore: rest.callLogStore,
    ...{ fetch: outside.fetch, openExternal: outside.openExternal, random: fate.next, log },
    write: () => Promise.resolve(),
  })
  companion.onAlert(rest.onCommand)
  companion.onAlert(deliverAlerts(notifier))
  companion.onEvents(rest.onEvents)
  companion.reconfigure()
  const stopRetention = keepRetention({
    clock,
    watch: () => companion.state().watch,
    journal: () => journal,
    removeOthers: () => undefined,
    days: () => settings.historyDays,
  })
  return {
    companion,
    dialling,
    journal,
    quit() {
      stopRetention()
      for (const end of ends) end()
      notifier.end()
    },
  }
}
