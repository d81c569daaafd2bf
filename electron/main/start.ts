import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  app,
  clipboard,
  globalShortcut,
  ipcMain,
  Menu,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  systemPreferences,
  Tray,
  utilityProcess,
} from 'electron/main'
import { shell } from 'electron/common'
import { systemClock } from '../../core/clock.ts'
import type { AccountEntry, AccountTest } from '../../core/contract.ts'
import type { PollTimes, WideSession } from '../../core/session/session-parts.ts'
import { createClient } from '../../core/telephony/client.ts'
import type { TemplateCall } from '../../core/templates/template-call.ts'
import { wordsFor } from '../../core/words/words.ts'
import type { Words } from '../../core/words/words.ts'
import type { Account } from './account.ts'
import { createWindowServer, WINDOW_SCHEME, WINDOW_URL } from './app-protocol.ts'
import { createAlertSignals } from './alert-signals.ts'
import { createAttention } from './attention.ts'
import { createBlink } from './blink.ts'
import { codeFile } from './code-file.ts'
import { createCompanion } from './companion.ts'
import { createConfiguration } from './configuration.ts'
import { createCopying } from './copying.ts'
import { createDemoCentre } from './demo.ts'
import type { CentreProcess } from './demo.ts'
import { createDemoMode } from './demo-mode.ts'
import type { Flags } from './flags.ts'
import { createGlobalKeys } from './global-keys.ts'
import { createHistory } from './history.ts'
import { iconPath } from './icon-path.ts'
import { answerRequests } from './ipc.ts'
import { createJournals } from './journals.ts'
import { createKeyActions } from './key-actions.ts'
import { createLogger } from './log.ts'
import { openLogFile } from './log-file.ts'
import { createNativeWindow, nativePlace } from './native-window.ts'
import { createNotifier } from './notifier.ts'
import { openSession } from './open-session.ts'
import { createOutgoing } from './outgoing.ts'
import { watchPower } from './power.ts'
import { createProblemRecorder } from './problem-recorder.ts'
import { createRequests } from './requests.ts'
import { keepRetention } from './retention.ts'
import { createScreen } from './screen.ts'
import { sealedText } from './sealed-text.ts'
import { openSecrets } from './secrets.ts'
import { createSettingsEffects } from './settings-effects.ts'
import { settingsFile } from './settings-file.ts'
import { openSettingsStore } from './settings-store.ts'
import { createSounds } from './sounds.ts'
import { createTeller } from './teller.ts'
import { testAccount } from './test-account.ts'
import { createTold } from './told.ts'
import { createTray } from './tray.ts'
import { createTrayActions } from './tray-actions.ts'
import { openWebhookSecret } from './webhook-secret.ts'
import { createWindowMask } from './window-mask.ts'
import { createTrayWindow } from './window.ts'

const TEST_MS = 15_000 // the client gives up after 8 s; this is for what it could not foresee

export interface StartParts {
  readonly flags: Flags
  /** The policy's values as read; undefined for none. */
  readonly policy: unknown
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

  const codes: { known: () => readonly string[] } = { known: () => [] }
  const log = createLogger({
    write: openLogFile(join(folder, 'logs', 'main.log')),
    secrets: () => codes.known(),
  })
  const store = openSettingsStore(settingsFile(folder, clock.now))
  const secrets = await openSecrets({ safeStorage, platform, log, ...codeFile(join(folder, 'code.kept')) })
  const webhookSecret = await openWebhookSecret({
    keeping: secrets.keeping,
    sealed: sealedText({ safeStorage, ...codeFile(join(folder, 'webhook-secret.kept')) }),
    log,
  })
  const configuration = createConfiguration({
    policy,
    store,
    secrets,
    webhookSecret,
    webhookState: () => outgoing.webhook.state(),
    pageTroubles: () => outgoing.pages.troubles(),
    version: app.getVersion(),
    keys: () => keys.view(),
    words: (language) => wordsFor(language, app.getPreferredSystemLanguages()),
  })
  codes.known = configuration.codes
  log.info(`started: ${app.getVersion()} on ${platform}`)
  const words = (): Words => wordsFor(configuration.settings().language, app.getPreferredSystemLanguages())

  const teller = flags.demo
    ? createTeller({
        print: (line) => void process.stdout.write(`${line}\n`),
        words,
        settings: configuration.settings,
      })
    : null

  const downloads = (name: string): string => join(app.getPath('downloads'), name)
  const writeNew = (file: string, text: string | Iterable<string>): Promise<void> =>
    writeFile(file, text, { flag: 'wx' })
  const problem = createProblemRecorder({
    fetch: netFetch,
    clock,
    random: Math.random,
    version: app.getVersion(),
    subject() {
      const { watch, alertsPausedUntil } = companion.state()
      return { settings: configuration.settings(), alertsPausedUntil, state: watch }
    },
    place: downloads,
    write: writeNew,
    onChange: (recording) => companion.tellProblem(recording),
  })
  const clientFor = (account: Account) => createClient({ ...account, fetch: problem.fetch, now: clock.now })
  // What is tried out is no part of a recording: it may be another account.
  const trialFor = (account: Account) => createClient({ ...account, fetch: netFetch, now: clock.now })
  const watchAccount = (account: Account, onAnswer: (times: PollTimes) => void): WideSession =>
    problem.endingWith(
      openSession(account, clientFor(account), { clock, random: Math.random, log: log.info, onAnswer }),
    )
  const journals = createJournals({ folder, now: clock.now, log: log.warn, isDemo: configuration.isDemo })
  const history = createHistory({
    journal: journals.current,
    settings: configuration.settings,
    words,
    now: clock.now,
    place: downloads,
    write: writeNew,
  })

  const tray = createTray({
    create: (image) => new Tray(image),
    image: (icon) => iconPath(resources, icon, platform),
    buildMenu: (items) => Menu.buildFromTemplate(items),
    platform,
    act: (action) => trayActions(action),
    onClick: () => window.toggle(),
  })

  const notifier = createNotifier({
    isSupported: () => Notification.isSupported(),
    create: (options) => new Notification(options),
    platform,
    clock,
    log,
    openLabel: () => words().tray.open,
    onOpen: (call) => window.open({ view: 'calls', call }),
    onCopy: (call) => void copy(call, 'number'),
    onMend: (warning) => companion.recordings.mend(warning),
  })

  const companion = createCompanion({
    clock,
    configuration,
    openSession: watchAccount,
    mute: (account, ivrid, muted, signal) => clientFor(account).mute({ ivrid }, muted, signal),
    words,
    journal: journals.current,
    show: notifier.show,
    withdraw: notifier.withdraw,
    onCommand: (command) => teller?.alert(command),
    renderTray(view) {
      tray.render(view)
      teller?.tray(view)
    },
    pushState(state) {
      window.push('state', mask.state(state))
      signals.take(state)
    },
    onSettings() {
      applySettings()
      outgoing.webhook.reconfigure()
    },
    pushSettings: (view) => window.push('settings', view),
    pushTeam: (news) => window.push('team', mask.news(news)),
    onEvents(events) {
      teller?.events(events)
      outgoing.follow(events)
    },
  })

  // What is shown to others while the screen is shared is nobody's call.
  const lastCall = (): TemplateCall | null => (configuration.settings().privacy ? null : companion.lastCall())
  const outgoing = createOutgoing({
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

  const mask = createWindowMask({ isOn: () => configuration.settings().privacy, words })
  const screen = createScreen((looking) => companion.look(looking))

  const window = createTrayWindow({
    create: () =>
      createNativeWindow({
        preload: join(built, 'out', 'preload', 'index.cjs'),
        title: words().appName,
        icon: join(resources, 'icon.png'),
        devTools: !app.isPackaged,
      }),
    // electron-vite's development server, which reloads the window as its source changes.
    url: app.isPackaged ? WINDOW_URL : (process.env.ELECTRON_RENDERER_URL ?? WINDOW_URL),
    place: () => nativePlace(tray.bounds()),
    clock,
    onHidden: () => screen.show(false),
    onShown() {
      screen.show(true)
      window.push('state', mask.state(companion.state()))
      window.push('settings', companion.settingsView())
    },
    onAttention(looking) {
      attention(looking)
      blink.look(looking)
    },
  })

  const attention = createAttention(clock, companion.seeMissed)
  const blink = createBlink({
    clock,
    settings: configuration.settings,
    reducedMotion: () => systemPreferences.getAnimationSettings().prefersReducedMotion,
    show: tray.show,
  })
  const signals = createAlertSignals({
    settings: configuration.settings,
    now: clock.now,
    sounds: createSounds({
      settings: configuration.settings,
      push: (sound) => window.reach('sound', sound),
    }),
    blink,
  })

  const copying = createCopying({
    companion,
    lastCall,
    configuration,
    words,
    now: clock.now,
    write: (text) => clipboard.writeText(text),
  })
  const { copy } = copying

  function pauseAlerts(minutes: number | null): void {
    companion.pauseAlerts(minutes)
    problem.mark({ what: 'alerts-paused', until: companion.state().alertsPausedUntil })
  }

  function setPrivacy(on: boolean): boolean {
    const saved = configuration.change({ privacy: on }).kind === 'saved'
    if (saved) companion.reconfigure()
    return saved
  }

  const tell = createTold({ show: notifier.show, withdraw: notifier.withdraw, clock })
  const keys = createGlobalKeys({
    registry: globalShortcut,
    platform,
    act: createKeyActions({
      state: companion.state,
      lastKept: () => journals.current().history({ filter: 'all', limit: 1 }).calls[0]?.key ?? null,
      words,
      open: () => window.open(),
      copy: (call) => copy(call, 'number'),
      mute: (call, muted) => void requests['recording:mute'](call, muted),
      openPage: async (call) => requests['page:open'](call, null),
      privacy: () => configuration.settings().privacy,
      setPrivacy,
      tell,
    }),
  })

  const applySettings = createSettingsEffects({
    settings: configuration.settings,
    followKeys: keys.follow,
    refreshSignals: signals.refresh,
    onPrivacy(on) {
      // An alert that shows a number must not stay on a screen that others see.
      if (on) notifier.clear()
      // Also to a hidden window: nothing may be left to be seen when it comes up.
      if (!window.exists()) return
      window.reach('state', mask.state(companion.state()))
      window.reach('settings', companion.settingsView())
    },
  })

  const trayActions = createTrayActions({
    open: window.open,
    copy: (call, what) => void copy(call, what),
    mute: companion.recordings.mute,
    pauseAlerts,
    setPrivacy: (on) => void setPrivacy(on),
    quit: () => app.quit(),
  })

  const demo = createDemoMode({
    centre: (onGone) =>
      createDemoCentre({
        fork: (code) => forkCentre(join(built, 'out', 'main', 'demo-centre.js'), code),
        randomCode: () => randomBytes(24).toString('base64url'),
        clock,
        log,
        onGone,
      }),
    lay: configuration.layDemo,
    onChanged: companion.reconfigure,
    onPage: (page) => teller?.centre(page),
  })

  function testEntry(entry: AccountEntry): Promise<AccountTest> {
    const account = configuration.candidate(entry)
    if (account === null) return Promise.resolve({ kind: 'no-code' })
    return testAccount(trialFor(account), account.extension, AbortSignal.timeout(TEST_MS))
  }

  protocol.handle(
    WINDOW_SCHEME,
    createWindowServer({
      root: join(built, 'out', 'renderer'),
      read: async (path) => new Uint8Array(await readFile(path)),
    }),
  )
  refusePermissions()
  app.dock?.hide()
  if (platform !== 'darwin') Menu.setApplicationMenu(null)

  const requests = createRequests({
    companion,
    configuration,
    pages: outgoing.pages,
    words,
    testAccount: testEntry,
    ...copying,
    mask,
    look: screen.look,
    showAlert: notifier.show,
    now: clock.now,
    journal: journals.current,
    history,
    problem,
    pauseAlerts,
    startDemo: demo.start,
    stopDemo: demo.stop,
    onRead: window.ready,
    hideWindow: window.hide,
  })
  const schemes = (): readonly string[] => configuration.settings().crmSchemes
  answerRequests({ ipcMain, handlers: requests, owns: window.owns, schemes, log })

  const stopPower = watchPower({
    powerMonitor,
    isOnline: () => net.isOnline(),
    clock,
    onSleep() {
      problem.mark({ what: 'asleep' })
      companion.sleep()
    },
    onWake() {
      problem.mark({ what: 'awake' })
      companion.wake()
    },
  })

  const stopRetention = keepRetention({
    clock,
    journal: journals.current,
    days: () => configuration.settings().historyDays,
  })

  app.on('before-quit', () => {
    stopPower()
    stopRetention()
    problem.end()
    keys.end()
    companion.end()
    outgoing.webhook.end()
    signals.end()
    demo.end()
    notifier.end()
    window.end()
    tray.end()
    journals.close()
  })

  if (flags.demo) {
    const { kind } = await demo.start()
    if (kind === 'failed') process.stderr.write(`${words().firstRun.demoFailed}\n`)
  } else companion.reconfigure()
  // At the start nobody asked for the window: it appears without the focus, or stays in the tray.
  if (!configuration.settings().startHidden) window.appear()

  return { open: () => window.open() }
}

/** The window needs no camera, no location, nothing: whatever asks is refused. */
function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
}

const netFetch: typeof globalThis.fetch = (input, init) =>
  net.fetch(input instanceof URL ? input.href : input, init)

function forkCentre(path: string, code: string): CentreProcess {
  return utilityProcess.fork(path, [], {
    env: { ...process.env, RINGSIDE_DEMO_CODE: code },
    serviceName: 'Ringside simulated call centre',
    stdio: 'ignore',
  })
}
