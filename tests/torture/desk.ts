import { createCompanion, type Companion } from '../../electron/main/companion.ts'
import { accountOf, type Account } from '../../electron/main/account.ts'
import { createNotifier } from '../../electron/main/notifier.ts'
import type { AlertCommand } from '../../core/alerts/notification.ts'
import type { CallEvent } from '../../core/domain.ts'
import type { Journal } from '../../core/journal/journal.ts'
import { openJournal } from '../../core/journal/open-journal.ts'
import { openSession } from '../../electron/main/open-session.ts'
import type { Settings } from '../../core/settings.ts'
import { createClient } from '../../core/telephony/client.ts'
import { wordsFor } from '../../core/words/words.ts'
import type { Random } from '../../simulator/world/random.ts'
import type { Computer } from './computer.ts'
import { createSystemNotifications } from './system-notifications.ts'
import { NOTHING_SENT } from '../../core/webhook/webhook-state.ts'

/** One run of the program at an agent's desk: main's own parts, with nothing played but the edges. */
export interface Desk {
  readonly companion: Companion
  readonly journal: Journal
  /** As on quitting, but for the journal, which is left open. */
  quit(): void
}

export interface DeskParts {
  readonly computer: Computer
  readonly fetch: typeof globalThis.fetch
  readonly random: Random
  readonly code: string
  readonly settings: Settings
  /** The journal's file. */
  readonly path: string
  readonly onCommand: (command: AlertCommand) => void
  /** Lines for a technician: there should be none, the disk is well. */
  readonly onJournalTrouble: (line: string) => void
  readonly onEvents: (events: readonly CallEvent[]) => void
}

/** Starts watching at once. */
export function startDesk({ computer, fetch, random, code, settings, path, ...told }: DeskParts): Desk {
  const { clock } = computer
  const words = wordsFor('en', [])
  const log = { info: () => undefined, warn: () => undefined }
  const { journal } = openJournal({ path, now: clock.now, log: told.onJournalTrouble })
  const notifier = createNotifier({
    isSupported: () => true,
    create: createSystemNotifications(computer, random),
    platform: 'linux',
    clock,
    log,
    openLabel: () => words.tray.open,
    onOpen: () => undefined,
    onCopy: () => undefined,
    onPage: () => undefined,
    onMend: () => undefined,
  })
  const clientFor = (account: Account) =>
    createClient({ ...account, fetch, now: clock.now, after: clock.after })
  const companion = createCompanion({
    clock,
    configuration: {
      settings: () => settings,
      account: () => accountOf(settings, code),
      isDemo: () => false,
      view: (revision) => ({
        revision,
        settings,
        language: 'en',
        locked: [],
        problems: [],
        code: 'policy',
        secretKeeping: 'protected',
        notices: [],
        version: '',
        copyTemplates: [],
        outcomeLabels: [],
        keys: [],
        webhook: { state: NOTHING_SENT, secret: 'none' },
        pageTroubles: [],
      }),
    },
    openSession: (account, onAnswer) =>
      openSession(account, clientFor(account), {
        clock,
        random: random.next,
        log: log.info,
        onAnswer,
      }),
    mute: (account, ivrid, muted, signal) => clientFor(account).mute({ ivrid }, muted, signal),
    words: () => words,
    journal: () => journal,
    show: notifier.show,
    withdraw: notifier.withdraw,
    onCommand: told.onCommand,
    renderTray: () => undefined,
    pushState: () => undefined,
    pushSettings: () => undefined,
    pushTeam: () => undefined,
    onEvents: told.onEvents,
  })
  companion.reconfigure()
  return {
    companion,
    journal,
    quit() {
      companion.end()
      notifier.end()
    },
  }
}
