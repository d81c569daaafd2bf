import { isDeepStrictEqual } from 'node:util'
import { addMissed, markSeen } from '../../core/alerts/missed-calls.ts'
import type { AlertCommand } from '../../core/alerts/notification.ts'
import { planNotifications } from '../../core/alerts/plan-notifications.ts'
import { trayView } from '../../core/alerts/tray-view.ts'
import type { TrayView } from '../../core/alerts/tray.ts'
import type { Clock } from '../../core/clock.ts'
import type { SettingsView, WindowState } from '../../core/contract.ts'
import type { Call, CallEvent, CallKey } from '../../core/domain.ts'
import type { Session, SessionChange } from '../../core/session/session.ts'
import type { Words } from '../../core/words/words.ts'
import type { Account } from './account.ts'
import type { Configuration } from './configuration.ts'
import { createWatch } from './watch.ts'

const MINUTE_MS = 60_000

/** What the program knows and shows: folds each step of the session into alerts, missed calls, tray and window. */
export interface Companion {
  /** What to call after settings, account or demo changed, and once at the start. */
  reconfigure(): void
  state(): WindowState
  settingsView(): SettingsView
  /** A live or missed call; null when it is known no more. */
  call(key: CallKey): Call | null
  pauseAlerts(minutes: number | null): void
  clearMissed(): void
  seeMissed(): void
  pollNow(): Promise<void>
  sleep(): void
  wake(): void
  /** Ends watching. */
  end(): void
}

export interface CompanionParts {
  readonly clock: Clock
  readonly configuration: Pick<Configuration, 'settings' | 'account' | 'isDemo' | 'view'>
  readonly openSession: (account: Account) => Session
  readonly words: () => Words
  readonly carryOut: (commands: readonly AlertCommand[]) => void
  readonly renderTray: (view: TrayView) => void
  readonly pushState: (state: WindowState) => void
  readonly pushSettings: (view: SettingsView) => void
  readonly onEvents: (events: readonly CallEvent[]) => void
}

export function createCompanion(parts: CompanionParts): Companion {
  const { clock, configuration } = parts
  const watch = createWatch({ open: parts.openSession, onChange: take })
  let shownRings: ReadonlyMap<string, CallKey> = new Map()
  let settingsRevision = 0
  let stopPause = (): void => undefined
  let current: WindowState = {
    revision: 0,
    watch: watch.state(),
    missed: [],
    alertsPausedUntil: null,
    demo: false,
  }

  /** The alert goes first: everything else can wait the millisecond. */
  function take({ state, events }: SessionChange): void {
    if (events.length > 0) alert(events, state.calls)
    become({ watch: state, missed: addMissed(current.missed, events) })
    if (events.length > 0) parts.onEvents(events)
  }

  function alert(events: readonly CallEvent[], calls: readonly Call[]): void {
    const commands = planNotifications({
      events,
      calls,
      shown: shownRings,
      settings: configuration.settings(),
      pausedUntil: current.alertsPausedUntil,
      now: clock.now(),
      words: parts.words(),
    })
    carryOut(commands)
  }

  function carryOut(commands: readonly AlertCommand[]): void {
    shownRings = ringsAfter(shownRings, commands)
    if (commands.length > 0) parts.carryOut(commands)
  }

  function become(change: Partial<Omit<WindowState, 'revision'>>): void {
    const next = { ...current, ...change }
    if (looksSame(current, next)) {
      current = next
      return
    }
    current = { ...next, revision: current.revision + 1 }
    renderTray()
    parts.pushState(current)
  }

  function renderTray(): void {
    const view = { settings: configuration.settings(), words: parts.words(), now: clock.now() }
    parts.renderTray(trayView({ ...current, ...view }))
  }

  return {
    reconfigure() {
      const demo = configuration.isDemo()
      if (watch.follow(configuration.account())) {
        carryOut([...shownRings.keys()].map((id) => ({ do: 'withdraw', id })))
        become({ watch: watch.state(), missed: demo === current.demo ? current.missed : [], demo })
      }
      settingsRevision += 1
      renderTray()
      parts.pushSettings(configuration.view(settingsRevision))
    },
    state: () => ({ ...current, watch: watch.state() }),
    settingsView: () => configuration.view(settingsRevision),
    call: (key) =>
      current.watch.calls.find((call) => call.key === key) ??
      current.missed.find(({ call }) => call.key === key)?.call ??
      null,
    pauseAlerts(minutes) {
      stopPause()
      const until = minutes === null ? null : clock.now() + minutes * MINUTE_MS
      if (minutes !== null)
        stopPause = clock.after(minutes * MINUTE_MS, () => become({ alertsPausedUntil: null }))
      become({ alertsPausedUntil: until })
    },
    clearMissed: () => become({ missed: [] }),
    seeMissed: () => become({ missed: markSeen(current.missed) }),
    pollNow: () => watch.pollNow(),
    sleep: () => watch.sleep(),
    wake: () => watch.wake(),
    end() {
      stopPause()
      watch.end()
    },
  }
}

/** Alike on screen: when the last good answer came is not shown while all is well. */
function looksSame(one: WindowState, other: WindowState): boolean {
  const lastGoodAt = null
  return isDeepStrictEqual(
    { ...one, watch: { ...one.watch, lastGoodAt } },
    { ...other, watch: { ...other.watch, lastGoodAt } },
  )
}

function ringsAfter(
  rings: ReadonlyMap<string, CallKey>,
  commands: readonly AlertCommand[],
): ReadonlyMap<string, CallKey> {
  const next = new Map(rings)
  for (const command of commands) {
    if (command.do === 'withdraw') next.delete(command.id)
    else if (command.notification.kind === 'ring' && command.notification.call !== null) {
      next.set(command.notification.id, command.notification.call)
    }
  }
  return next
}
