import { join } from 'node:path'
import { app, ipcMain } from 'electron/main'
import { shell } from 'electron/common'
import { feedbackAlert } from '../../../core/alerts/plain-alert.ts'
import { systemClock } from '../../../core/clock.ts'
import type { Notice } from '../../../core/contract.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { createExpectedLegs } from '../../../core/dialling/expected-legs.ts'
import { en } from '../../../core/words/en.ts'
import { policyNoticeText } from '../../../core/words/policy-notice-text.ts'
import { wordsFor } from '../../../core/words/words-for.ts'
import type { Words } from '../../../core/words/words.ts'
import { createTelephonyAccess } from '../session/telephony-access.ts'
import { followAgentStatus } from '../agent-status/follow-agent-status.ts'
import { createClosedNotice } from './closed-notice.ts'
import { createOwnNames } from '../address-book/own-names.ts'
import { createCompanionWindow } from '../window/companion-window.ts'
import { assembleProgram } from './assemble-program.ts'
import { createAlertDelivery } from '../alerts/alert-delivery.ts'
import { deliverAlerts } from '../alerts/deliver-alerts.ts'
import type { Flags } from './flags.ts'
import { endAll } from './end-all.ts'
import { openAskFromOutside } from '../dialling/open-ask-from-outside.ts'
import { createDiagnostics } from '../diagnostics/diagnostics.ts'
import { followComputer } from './follow-computer.ts'
import { answerRequests } from '../ipc/answer-requests.ts'
import { actFetch, netFetch } from '../system/net-fetch.ts'
import { namesToRedact } from '../diagnostics/names-to-redact.ts'
import { openDemo } from '../demo/open-demo.ts'
import { openNotifier } from '../alerts/open-notifier.ts'
import { openTray } from '../tray/open-tray.ts'
import { openClipboard } from '../system/open-clipboard.ts'
import { openConfiguration } from '../settings/open-configuration.ts'
import { openUpdates } from '../updates/open-updates.ts'
import type { PrivateFiles } from './private-files.ts'
import { isHiddenStart, openLaunch } from '../system/open-launch.ts'
import { openRecords } from '../history/open-records.ts'
import { followUserActions } from '../tray/user-actions.ts'
import { ownsRequest } from '../ipc/owns-request.ts'
import { recordingSubject } from '../problem-recording/recording-subject.ts'
import { createRequests } from '../ipc/requests.ts'
import { secretFile } from '../settings/secret-file.ts'
import { createSettingsEffects } from '../settings/settings-effects.ts'
import { createSettingsFeed } from '../settings/settings-feed.ts'
import { serveWindow } from '../window/serve-window.ts'
import { surviveErrors } from './survive-errors.ts'
import { watchProcesses } from './watch-processes.ts'

export interface StartParts {
  readonly flags: Flags
  readonly policy: Policy
  readonly files: PrivateFiles
}

const NO_TRAY: Notice = { kind: 'no-tray' }

/** The running program, as far as index.ts needs it. */
export interface Running {
  /** Opens the window, because the user requested it. */
  open(): void
  /** Shows the confirmation for calling the number of a link. */
  openLink(link: string): void
}

/**
 * Assembles the parts on Electron: first the state, then what shows it, then the user's actions. Each part uses the
 * ones above it, and the ones below subscribe to it. Call once, when the app is ready.
 */
export async function start({ flags, policy, files }: StartParts): Promise<Running> {
  const { platform } = process
  const clock = systemClock()
  const folder = app.getPath('userData')
  const built = app.getAppPath()
  const resources = join(app.isPackaged ? process.resourcesPath : built, 'resources')

  // The state.
  const opened = openConfiguration({
    folder,
    policy: policy.values,
    policyProblems: policy.problems,
    clock,
  })
  const { configuration, log, warnings } = opened
  log.info(`started: ${app.getVersion()} on ${platform}`)
  for (const notice of policy.notices) log.warn(policyNoticeText(en, notice))
  const stopWatchingProcesses = watchProcesses(app, log)
  const launch = openLaunch(flags, log.warn)
  launch.begin(configuration.settings().launchAtLogin)
  // Unless the organisation requires the start at login, the settings show what the user chose in the system.
  if (launch.isSwitchedOff()) configuration.change({ launchAtLogin: false })
  const words = (): Words => wordsFor(configuration.settings().language, app.getPreferredSystemLanguages())
  const common = { configuration, fetch: netFetch, clock, log }
  const records = openRecords({ ...common, folder, files, words })
  const { journals, books, history, problem, isAsking } = records
  const legs = createExpectedLegs(clock.after)
  const telephony = createTelephonyAccess({ ...common, actFetch, legs, problem, random: Math.random })
  const write = openClipboard(clock, () => window.open())
  const program = assembleProgram({
    ...{ ...common, telephony, legs },
    journal: journals.current,
    ownName: (phone) => books.current().nameFor(phone),
    openExternal: (url) => files.outside(() => shell.openExternal(url)),
    random: Math.random,
    callLogStore: secretFile(join(folder, 'call-log.json')),
    ...{ words, write },
  })
  const { companion, integrations, copying, dialling, popupScreen } = program
  log.leaveOutNames(() => namesToRedact(companion.state()))
  problem.onChange(companion.setProblem)
  const known = { companion, configuration, words, clock, log }
  const ownNames = createOwnNames({ ...known, book: books.current, callOf: companion.templateCall })

  // What shows it.
  const tray = openTray(resources, log)
  const notifier = openNotifier(words, clock, log)
  /** Shows a short notification about the program itself. */
  const say = (sentence: string, id: string): void => void notifier.show(feedbackAlert(sentence, id))
  const shown = createCompanionWindow({
    ...known,
    ...{ tray, built, resources },
    staysOpen: isAsking,
    onClosed: createClosedNotice(join(folder, 'closed-once'), () =>
      say(words().stay.closed, `closed-${clock.now()}`),
    ),
    onTrouble(lasts) {
      companion.note('window-failed', lasts)
      if (lasts) say(words().stay.windowFailed, `window-${clock.now()}`)
    },
  })
  const { window } = shown
  const delivery = createAlertDelivery({ ...known, notifier, shown, built, resources })
  const { ladder, popup } = delivery
  const updates = openUpdates({ folder, configuration, files, clock, log })
  const status = followAgentStatus({
    ...known,
    ...{ updates, flags, folder },
    isWindowVisible: () => window.isVisible(),
    say,
  })

  // The user's actions.
  function pauseAlerts(minutes: number | null): void {
    companion.pauseAlerts(minutes)
    problem.mark({ what: 'alerts-paused', until: companion.state().alertsPausedUntil })
  }
  const outside = openAskFromOutside({ ...known, dialling, window, say })
  const keys = followUserActions({
    ...known,
    ...{ tray, notifier, window },
    dial: () => void outside.clipboard(),
    ladder,
    copy: copying.copy,
    pages: integrations.pages,
    pauseAlerts,
    journal: journals.current,
    quit: status.quit,
  })
  const demo = openDemo({ ...known, isPrinted: flags.demo, built })

  // Who subscribes to what.
  let hasTray = true
  const settings = createSettingsFeed({
    ...{ configuration, integrations, popupScreen, keys, updates },
    notices: () => [...policy.notices, ...launch.notices(), ...(hasTray ? [] : [NO_TRAY])],
  })
  companion.onAlert(deliverAlerts(ladder))
  companion.onTray(tray.render)
  companion.onState(shown.pushState)
  companion.onState(popup.refresh)
  companion.onState(({ watch }) => updates.follow(watch))
  companion.onTeam(shown.pushTeam)
  companion.onSettings(() => launch.follow(configuration.settings().launchAtLogin))
  companion.onSettings(
    createSettingsEffects({
      settings: configuration.settings,
      followKeys: keys.follow,
      refreshSignals: shown.refresh,
      onPrivacy(on) {
        // An alert that shows a number must not stay on a shared screen.
        if (on) ladder.clear()
        shown.sendPrivacy(on, settings.read())
      },
    }),
  )
  companion.onSettings(updates.reconfigure)
  companion.onSettings(settings.refresh)
  ownNames.onChange(companion.refreshCallers)
  books.onOpened(companion.refresh)
  for (const part of [integrations, popupScreen, updates]) part.onChange(settings.refresh)
  settings.onView(shown.pushSettings)
  settings.onView(delivery.pushSettings)
  shown.onShown(() => shown.pushSettings(settings.read()))
  // A page that was just created records no shortcuts.
  shown.onLost(() => keys.rest(false))

  serveWindow(join(built, 'out', 'renderer'))
  const { versions } = process
  const diagnostics = createDiagnostics({
    ...{ companion, configuration, settings, warnings, versions, platform, clock, write },
    journal: journals.current,
  })
  answerRequests({
    ipcMain,
    handlers: createRequests({
      ...program,
      ...{ configuration, settings, shown, delivery, history, ownNames, pauseAlerts },
      ...{ diagnostics, demo, keys, updates },
      testAccount: telephony.test,
      journal: journals.current,
      bookFiles: records.bookFiles(ownNames.refresh),
      recordProblem: () => problem.start(recordingSubject(companion, configuration)),
      stopProblem: problem.stop,
    }),
    owns: (sender, channel) => ownsRequest({ window, popup: delivery }, sender, channel),
    log,
  })
  const stopFollowing = followComputer({
    companion,
    configuration,
    problem,
    journal: journals.current,
    folder,
    clock,
    onTrayHost(isThere) {
      hasTray = isThere
      settings.refresh()
      if (isThere) return tray.renew()
      log.warn('the desktop shows no tray icons')
      // Without a tray, the window is the only sign that it runs.
      if (!window.isVisible()) window.appear()
    },
  })

  const ends = [
    ...[updates.end, status.end, stopFollowing, stopWatchingProcesses, problem.end],
    ...[keys.end, ...program.ends, demo.end, opened.end, delivery.end, notifier.end, shown.end, tray.end],
    ...[journals.close, books.close],
  ]
  const end = (): void => endAll(ends, log)
  app.on('before-quit', (event) => {
    if (status.holds()) return event.preventDefault()
    // Before everything else ends: after polling has stopped, it is unknown whether there is a call.
    updates.quit()
    end()
  })
  surviveErrors({ log, files, now: clock.now, restartedAt: flags.restartedAt, end, words })

  if (flags.demo) {
    const { kind } = await demo.start()
    if (kind === 'failed') process.stderr.write(`${words().firstRun.demoFailed}\n`)
  }
  const followSecrets = (): void => {
    companion.note('keychain-waits', configuration.keychainWaits())
    companion.reconfigure()
  }
  // Not earlier: a demo must not start with the user's own account.
  opened.onSecrets(followSecrets)
  followSecrets() // a secret may have become known while the demo started
  // At startup nobody asked for the window: it appears without the focus, or stays in the tray.
  if (flags.restartedAt !== null) say(words().stay.restarted, `restarted-${flags.restartedAt}`)
  else if (!isHiddenStart(flags) && !configuration.settings().startHidden) window.appear()

  return { open: () => window.open(), openLink: outside.link }
}
