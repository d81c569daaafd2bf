import { createListeners } from '../../../core/listeners.ts'
import { trayView } from '../../../core/alerts/tray-view.ts'
import type { TrayView } from '../../../core/alerts/tray.ts'
import { MINUTE_MS } from '../../../core/clock.ts'
import type { TeamNews, WindowState } from '../../../core/contract.ts'
import type { AgentState, Call, CallEvent } from '../../../core/domain.ts'
import { blindReason } from '../../../core/report/blind-reason.ts'
import type { StatusRequest } from '../../../core/agent-status/status-state.ts'
import type { SurroundingsChange, PollTimes, SessionChange } from '../../../core/session/session-types.ts'
import type { Companion, CompanionParts } from './companion-types.ts'
import { callNotes } from './call-notes.ts'
import { callersOf } from '../callers/caller-names.ts'
import { callerStories } from './caller-stories.ts'
import { createMissedList } from './missed-list.ts'
import { createRecordingGuard } from '../recording-guard/recording-guard.ts'
import { createWarningStore } from '../recording-guard/warning-store.ts'
import { createAgentStatus } from '../agent-status/agent-status.ts'
import { createAlerts, type AlertParts } from '../alerts/alerts.ts'
import { createAlertPause } from './alert-pause.ts'
import { initialState, looksSame, onScreen } from './window-state.ts'
import { createTrayNotes } from './tray-notes.ts'
import { createTeamFeed } from './team-feed.ts'
import { createTemplateCalls } from '../templates/template-calls.ts'
import { createSleepDetector } from '../session/sleep-detector.ts'
import { createCurrentSession } from '../session/current-session.ts'

const NOTE_MS = 30 * MINUTE_MS // long enough for a look at the tray
const RETRY_MS = 30_000 // at most so much is lost in a crash once the file can be written again

/** Creates the companion; it watches nothing before `reconfigure`. */
export function createCompanion(parts: CompanionParts): Companion {
  const { clock, configuration, journal, telephony } = parts
  const callers = (calls: readonly Call[]) => callersOf(calls, parts.callerOf)
  const listeners = {
    state: createListeners<[WindowState]>(),
    events: createListeners<[readonly CallEvent[]]>(),
    alert: createListeners<Parameters<AlertParts['onCommand']>>(),
    tray: createListeners<[TrayView]>(),
    answer: createListeners<[AgentState, PollTimes]>(),
    team: createListeners<[TeamNews]>(),
    settings: createListeners<[]>(),
    statusRequest: createListeners<[StatusRequest]>(),
  }
  const watch = createCurrentSession({
    open: (account) => telephony.watch(account, { onAnswer: takeAnswer, onStopped: reopen }),
    onChange: take,
    onSurroundings: takeSurroundings,
  })
  const sleepDetector = createSleepDetector(() => configuration.settings().pollSeconds, noteSleep)
  const alerts = createAlerts({
    ...parts,
    settings: configuration.settings,
    pausedUntil: () => current.alertsPausedUntil,
    onCommand: listeners.alert.call,
    onWithheld(alerts) {
      stopWithheld()
      become({ alertsWithheld: current.alertsWithheld + alerts })
      stopWithheld = clock.after(MINUTE_MS, () => become({ alertsWithheld: 0 }))
    },
  })
  const warnings = createWarningStore(journal)
  const guard = createRecordingGuard({
    clock,
    limits: telephony.limits,
    mutedTooLongMinutes: () => configuration.settings().mutedTooLongMinutes,
    mute(ivrid, muted, signal) {
      const account = configuration.account()
      return account === null
        ? Promise.resolve({ kind: 'unreachable', why: 'aborted' })
        : telephony.mute(account, ivrid, muted, signal)
    },
    pollNow: watch.pollNow,
    keep: (span) => void journal().keepMutedSpan(span),
    store: warnings.store,
    onWarnings: alerts.takeWarnings,
    onChange: (shown) => become(shown),
  })
  const status = createAgentStatus({
    ...{ clock, configuration, telephony, session: watch },
    onChange: () => become({}),
    onRequest: listeners.statusRequest.call,
  })
  const team = createTeamFeed(listeners.team.call)
  const calls = createTemplateCalls({ ...parts, known: () => current, now: clock.now })
  const pause = createAlertPause(clock, (until) => become({ alertsPausedUntil: until }), alerts.endPause)
  const missed = createMissedList(parts, { current: () => current.missed, become: (list) => become(list) })
  let stopWithheld = (): void => undefined
  let stopRetry = clock.after(RETRY_MS, retryFile)
  const notes = createTrayNotes(clock, () => renderTray())
  let current = initialState(watch)

  function noteSleep(from: number, to: number): void {
    journal().openBlindSpot(from, 'asleep')
    journal().closeBlindSpot(to)
  }

  /** The journal first: it decides whether this ring was already alerted. Then the alert, then the view. */
  function take(change: SessionChange): void {
    const { state, events } = change
    // What was missed before the first response may have been called back since.
    const isMissedNews = current.watch.lastGoodAt === null || events.some(changesMissed)
    journal().record(change, clock.now())
    noteBlindness(state)
    const stories = callerStories(current.stories, state.calls, ({ phone, key }) =>
      journal().callerStory(phone, clock.now(), key),
    )
    alerts.takeCalls(change, stories)
    followQueues(state)
    become({
      watch: state,
      ...(isMissedNews ? missed.read() : {}),
      stories,
      callers: callers(state.calls),
      callNotes: notesOf(state.calls),
      ...standing(),
    })
    if (events.length > 0) listeners.events.call(events)
    guard.follow(state)
  }

  /** A call was missed, a caller was spoken to, or a missed call rings again. Reading the list would delay each ring's alert. */
  const changesMissed = ({ type, call }: CallEvent): boolean =>
    type === 'ended' || type === 'answered' || current.missed.some(({ key }) => key === call.key)

  /** At login, the agent is alerted to what still applies; after logout, to nothing new. */
  const followQueues = ({ agent }: AgentState): void =>
    alerts.takeQueues(watch.surroundings().queues, agent?.status ?? null)

  function takeSurroundings({ state, team: change }: SurroundingsChange): void {
    followQueues(watch.state())
    team.take(state.team, change)
    become(onScreen(state))
  }

  /** Opens a blind spot: from the last successful response, or from now if one lasts and only its reason changed. */
  function noteBlindness({ connection, lastGoodAt }: AgentState): void {
    const [was, is] = [blindReason(current.watch.connection), blindReason(connection)]
    if (is !== null) sleepDetector.blind()
    if (is === null || is === was) return
    journal().openBlindSpot(was === null ? (lastGoodAt ?? clock.now()) : clock.now(), is)
  }

  /** Read again only when the set of live calls changes: after a note was written, `refreshNotes` reads them. */
  function notesOf(calls: readonly Call[]): WindowState['callNotes'] {
    const known = new Set(current.watch.calls.map(({ key }) => key))
    const same = calls.length === known.size && calls.every(({ key }) => known.has(key))
    return same ? current.callNotes : callNotes(calls, (key) => journal().call(key))
  }

  function become(change: Partial<Omit<WindowState, 'revision'>>): void {
    const shown = { ...current, ...change }
    const next = { ...shown, status: status.view(shown.watch, shown.location) }
    if (looksSame(current, next)) {
      current = next
      return
    }
    current = { ...next, revision: current.revision + 1 }
    renderTray()
    listeners.state.call(current)
  }

  function renderTray(): void {
    const view = { settings: configuration.settings(), words: parts.words(), notes: notes.list() }
    listeners.tray.call(trayView({ ...current, ...view }))
  }

  /** For another account, or the demo: withdraws the alerts of the one before, and shows what its own journal has. */
  function beginAnew(): void {
    sleepDetector.blind()
    alerts.leaveAccount()
    status.leave()
    guard.leave()
    guard.restore(warnings.find())
    team.begin(watch.surroundings().team)
    become({
      watch: watch.state(),
      ...missed.read(),
      demo: configuration.isDemo(),
      stories: {},
      callers: callers(watch.state().calls),
      callNotes: {},
      ...standing(),
      ...onScreen(watch.surroundings()),
    })
  }

  function takeAnswer(times: PollTimes): void {
    const lastGoodAt = times.receivedAt
    sleepDetector.answered(lastGoodAt, watch.state().clock)
    journal().beat({ at: clock.now(), lastGoodAt })
    guard.answered(watch.state(), times)
    status.answered(watch.state(), times)
    become(standing())
    listeners.answer.call(watch.state(), times)
  }

  const refreshCallers = (): void => become({ callers: callers(current.watch.calls), ...missed.read() })

  /** The state of the history file and of the request plan. A file in use again may have missed calls that memory hadn't. */
  function standing(): Partial<WindowState> {
    const journalTrouble = journal().trouble()
    const isBack = current.journalTrouble?.kind === 'memory' && journalTrouble === null
    return { journalTrouble, pollGapSeconds: watch.gapSeconds(), ...(isBack ? missed.read() : {}) }
  }

  /** Without responses, nothing else would try whether the history's file can be written again. */
  function retryFile(): void {
    stopRetry = clock.after(RETRY_MS, retryFile)
    journal().retry()
    become(standing())
  }

  /** Watching stopped unexpectedly: restarts it, and shows that in the tray for a while. */
  function reopen(): void {
    const { lastGoodAt } = watch.state()
    if (lastGoodAt !== null) journal().openBlindSpot(lastGoodAt, 'not-running')
    watch.reopen()
    beginAnew()
    notes.showFor('watch-stopped', NOTE_MS)
  }

  return {
    reconfigure() {
      if (watch.follow(configuration.account())) beginAnew()
      guard.retime()
      refreshCallers()
      listeners.settings.call()
      renderTray()
    },
    onState: listeners.state.add,
    onEvents: listeners.events.add,
    onAlert: listeners.alert.add,
    onTray: listeners.tray.add,
    onAnswer: listeners.answer.add,
    onTeam: listeners.team.add,
    onSettings: listeners.settings.add,
    state: () => ({ ...current, watch: watch.state() }),
    templateCall: calls.find,
    lastCall: calls.last,
    waitingPhone: (queueId, callId) =>
      current.queues.queues
        .find(({ id }) => id === queueId)
        ?.callers.find((caller) => caller.callId === callId)?.phone ?? null,
    surroundings: () => ({ ...watch.surroundings(), alerted: alerts.announced() }),
    team: () => team.view(watch.surroundings().team),
    teamRow: (extension) => watch.surroundings().team.rows.get(extension) ?? null,
    look(views) {
      team.look(views.team, watch.surroundings().team)
      watch.look(views)
      become(standing())
    },
    recordings: guard,
    status,
    onStatusRequest: listeners.statusRequest.add,
    pauseAlerts: pause.set,
    ...missed.actions,
    refreshNotes: () =>
      become({
        callNotes: callNotes(current.watch.calls, (key) => journal().call(key)),
        ...missed.read(),
        ...standing(),
      }),
    setProblem: (problem) => become({ problem }),
    setDialling: (dialling) => become({ dialling }),
    setCallLog: (callLog) => become({ callLog }),
    announceLogged(added) {
      alerts.takeLogged(added)
      become(missed.read())
    },
    refreshCallers,
    refresh() {
      for (const { id } of warnings.removed(current.recordingWarnings)) guard.dismiss(id)
      const fresh = { ...missed.read(), stories: {}, callers: callers(current.watch.calls) }
      current = { ...current, ...fresh, revision: current.revision + 1 }
      renderTray()
      listeners.state.call(current)
    },
    pollNow: watch.pollNow,
    note: notes.set,
    sleep: () => watch.sleep(),
    wake: () => watch.wake(),
    end() {
      pause.end()
      notes.end()
      stopWithheld()
      stopRetry()
      guard.end()
      status.end()
      watch.end()
    },
  }
}
