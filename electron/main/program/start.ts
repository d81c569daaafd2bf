import { join } from 'node:path'
import { app, clipboard, ipcMain, Menu, Notification, Tray } from 'electron/main'
import { shell } from 'electron/common'
import { feedbackAlert } from '../../../core/alerts/feedback-alert.ts'
import { systemClock } from '../../../core/clock.ts'
import type { Notice } from '../../../core/contract.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import { en } from '../../../core/words/en.ts'
import { policyNoticeText } from '../../../core/words/policy-notice-text.ts'
import { wordsFor } from '../../../core/words/words.ts'
import type { Words } from '../../../core/words/words.ts'
import { createTelephonyAccess } from '../session/telephony-access.ts'
import { createClosedNotice } from './closed-notice.ts'
import { createCompanionWindow } from '../window/companion-window.ts'
import { createCompanion } from '../companion/companion.ts'
import { createCopying } from '../templates/copying.ts'
import { createAlertDelivery } from '../alerts/alert-delivery.ts'
import { createDemoMode } from '../demo/demo-mode.ts'
import type { Flags } from './flags.ts'
import { endAll } from './end-all.ts'
import { createDiagnostics } from '../diagnostics/diagnostics.ts'
import { followComputer } from './follow-computer.ts'
import { iconPath } from '../tray/icon-path.ts'
import { answerRequests } from '../ipc/answer-requests.ts'
import { netFetch } from '../system/net-fetch.ts'
import { namesToRedact } from '../diagnostics/names-to-redact.ts'
import { createNotifier } from '../alerts/notifier.ts'
import { openConfiguration } from '../settings/open-configuration.ts'
import { openUpdates } from '../updates/open-updates.ts'
import { isHiddenStart, openLaunch } from '../system/open-launch.ts'
import { openRecords } from '../history/open-records.ts'
import { createIntegrations } from '../crm/integrations.ts'
import { createTrayAndShortcuts } from '../tray/tray-and-shortcuts.ts'
import { ownsRequest } from '../ipc/owns-request.ts'
import { createDemoProcess } from '../demo/demo-process.ts'
import { createRequests } from '../ipc/requests.ts'
import { serveWindow } from '../window/serve-window.ts'
import { surviveErrors } from './survive-errors.ts'
import { createDemoConsole } from '../demo/demo-console.ts'
import { createTray } from '../tray/tray.ts'
import { watchProcesses } from './watch-processes.ts'

export interface StartParts {
  readonly flags: Flags
  readonly policy: Policy
}

/** The running program, as far as index.ts needs it. */
export interface Running {
  /** Opens the window, because a person asked. */
  open(): void
}

/** Puts the parts together on Electron. Call once, when the app is ready. */
export async function start({ flags, policy }: StartParts): Promise<Running> {
  const { platform } = process
  const clock = systemClock()
  const folder = app.getPath('userData')
  const built = app.getAppPath()
  const resources = join(app.isPackaged ? process.resourcesPath : built, 'resources')

  // Nobody is known before the companion is there.
  let names = (): readonly string[] => []
  const { configuration, log, warnings } = await openConfiguration({
    folder,
    names: () => names(),
    policy: policy.values,
    policyProblems: policy.problems,
    notices: () => [...policy.notices, ...launch.notices(), ...desk],
    now: clock.now,
    webhookState: () => outgoing.webhook.state(),
    pageTroubles: () => outgoing.pages.troubles(),
    keys: () => outside.keys.view(),
    updates: () => updates.state(),
  })
  log.info(`started: ${app.getVersion()} on ${platform}`)
  const stopWatchingProcesses = watchProcesses(app, log)
  const desk: Notice[] = []
  for (const notice of policy.notices) log.warn(policyNoticeText(en, notice))
  const launch = openLaunch(flags, log.warn)
  launch.begin(configuration.settings().launchAtLogin)
  const words = (): Words => wordsFor(configuration.settings().language, app.getPreferredSystemLanguages())

  const teller = flags.demo
    ? createDemoConsole({
        print: (line) => void process.stdout.write(`${line}\n`),
        words,
        settings: configuration.settings,
      })
    : null

  const { journals, history, problem } = openRecords({
    folder,
    companion: () => companion,
    configuration,
    fetch: netFetch,
    words,
    clock,
    log,
  })
  const asking = createTelephonyAccess({
    fetch: netFetch,
    problem,
    configuration,
    clock,
    random: Math.random,
    log: log.info,
    onStopped() {
      log.warn('asking had stopped by itself: begun anew')
      companion.reopen()
    },
  })
  const tray = createTray({
    create: (image) => new Tray(image),
    image: (icon) => iconPath(resources, icon, platform),
    buildMenu: (items) => Menu.buildFromTemplate(items),
    platform,
    act: (action) => outside.trayAction(action),
    onClick: () => window.toggle(),
    onFailed: () => log.warn('the tray icon could not be made'),
  })

  const notifier = createNotifier({
    isSupported: () => Notification.isSupported(),
    create: (options) => new Notification(options),
    platform,
    clock,
    log,
    openLabel: () => words().tray.open,
    onOpen: (call) => window.open({ view: 'calls', call }),
    onCopy: (call) => void copying.copy(call, 'number'),
    onPage: (call) => outside.openPage(call),
    onMend: (warning) => companion.recordings.mend(warning),
  })

  const companion = createCompanion({
    clock,
    configuration,
    openSession: asking.watch,
    mute: asking.mute,
    words,
    journal: journals.current,
    show: (alert, onRungs) => delivery.ladder.show(alert, onRungs),
    withdraw: (id) => delivery.ladder.withdraw(id),
    onCommand: (command) => teller?.alert(command),
    renderTray(view) {
      tray.render(view)
      teller?.tray(view)
    },
    pushState(state) {
      shown.pushState(state)
      delivery.popup.refresh()
      updates.follow(state.watch)
    },
    onSettings() {
      launch.follow(configuration.settings().launchAtLogin)
      outside.applySettings()
      outgoing.webhook.reconfigure()
      updates.reconfigure()
    },
    pushSettings(view) {
      shown.pushSettings(view)
      delivery.pushSettings(view)
    },
    pushTeam: (news) => shown.pushTeam(news),
    onEvents(events) {
      teller?.events(events)
      outgoing.follow(events)
    },
  })

  // What is shown to others while the screen is shared is nobody's call.
  const lastCall = (): TemplateCall | null => (configuration.settings().privacy ? null : companion.lastCall())
  const outgoing = createIntegrations({
    configuration,
    companion: () => companion,
    lastCall,
    journal: journals.current,
    openExternal: (url) => shell.openExternal(url),
    fetch: netFetch,
    clock,
    random: Math.random,
    log,
  })

  const shown = createCompanionWindow({
    companion: () => companion,
    configuration,
    tray,
    words,
    clock,
    log,
    built,
    resources,
    onClosed: createClosedNotice({
      mark: join(folder, 'closed-once'),
      tell: () => void notifier.show(feedbackAlert(words().stay.closed, `closed-${clock.now()}`)),
    }),
    onLost: () => outside.keys.rest(false),
    onTrouble(lasts) {
      companion.note('window-failed', lasts)
      if (lasts) void notifier.show(feedbackAlert(words().stay.windowFailed, `window-${clock.now()}`))
    },
  })
  const { window, mask } = shown
  const delivery = createAlertDelivery({
    notifier,
    shown: () => shown,
    companion: () => companion,
    configuration,
    words,
    clock,
    log,
    pageUrl: shown.pageUrl,
    built,
    resources,
  })

  const copying = createCopying({
    companion,
    lastCall,
    configuration,
    words,
    now: clock.now,
    write: (text) => clipboard.writeText(text),
  })

  function pauseAlerts(minutes: number | null): void {
    companion.pauseAlerts(minutes)
    problem.mark({ what: 'alerts-paused', until: companion.state().alertsPausedUntil })
  }

  const outside = createTrayAndShortcuts({
    companion,
    configuration,
    shown,
    notifier: delivery.ladder,
    copy: copying.copy,
    requests: () => requests,
    pauseAlerts,
    journal: journals.current,
    words,
    clock,
  })

  const demo = createDemoMode({
    centre: (onGone) => createDemoProcess({ built, clock, log, onGone }),
    lay: configuration.layDemo,
    onChanged: companion.reconfigure,
    onPage: (page) => teller?.centre(page),
  })

  serveWindow(join(built, 'out', 'renderer'))

  const updates = openUpdates({ folder, configuration, clock, log, onChange: companion.tellSettings })

  names = () => namesToRedact(companion.state())
  const diagnostics = createDiagnostics({
    companion,
    journal: journals.current,
    warnings,
    secrets: configuration.codes,
    names,
    versions: process.versions,
    platform,
    now: clock.now,
    write: (text) => clipboard.writeText(text),
  })

  const requests = createRequests({
    companion,
    configuration,
    pages: outgoing.pages,
    words,
    testAccount: asking.test,
    ...copying,
    mask,
    look: shown.look,
    delivery,
    journal: journals.current,
    history,
    problem,
    pauseAlerts,
    diagnostics,
    startDemo: demo.start,
    stopDemo: demo.stop,
    onRead() {
      // A page that was just made records no keys.
      outside.keys.rest(false)
      window.ready()
    },
    restKeys: outside.keys.rest,
    updates,
    hideWindow: window.hide,
  })
  const schemes = (): readonly string[] => configuration.settings().crmSchemes
  answerRequests({
    ipcMain,
    handlers: requests,
    owns: (frame, channel) => ownsRequest({ window, popup: delivery }, frame, channel),
    schemes,
    log,
  })

  const stopFollowing = followComputer({
    companion,
    configuration,
    problem,
    journal: journals.current,
    clock,
    onNoTray() {
      desk.push({ kind: 'no-tray' })
      companion.tellSettings()
      log.warn('the desktop shows no tray icons')
      // There is no other way to it, and nobody may know that it runs.
      if (!window.isVisible()) window.appear()
    },
  })

  const ends = [
    updates.end,
    stopFollowing,
    stopWatchingProcesses,
    problem.end,
    outside.keys.end,
    companion.end,
    outgoing.webhook.end,
    demo.end,
    delivery.end,
    notifier.end,
    shown.end,
    tray.end,
    journals.close,
  ]
  const end = (): void => endAll(ends, log)
  // Before the end: once watching has ended nobody knows whether there is a call.
  app.on('before-quit', updates.quit)
  app.on('before-quit', end)
  surviveErrors({ log, now: clock.now, restartedAt: flags.restartedAt, end, words })

  if (flags.demo) {
    const { kind } = await demo.start()
    if (kind === 'failed') process.stderr.write(`${words().firstRun.demoFailed}\n`)
  } else companion.reconfigure()
  // At the start nobody asked for the window: it appears without the focus, or stays in the tray.
  if (flags.restartedAt !== null)
    void notifier.show(feedbackAlert(words().stay.restarted, `restarted-${flags.restartedAt}`))
  else if (!isHiddenStart(flags) && !configuration.settings().startHidden) window.appear()

  return { open: () => window.open() }
}
