import { app, protocol } from 'electron/main'
import { loadPolicy } from '../../core/policy/load-policy.ts'
import { policyPartsOf } from '../../core/policy/policy-parts-of.ts'
import type { Words } from '../../core/words/words.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { windowsIdentity } from './program/app-id.ts'
import { phoneLink } from './dialling/phone-links.ts'
import { WINDOW_PRIVILEGES, WINDOW_SCHEME } from './window/app-protocol.ts'
import { readFlags, unknownFlag } from './program/flags.ts'
import { isInstalled } from './program/is-installed.ts'
import { closeFolder, keepFilesPrivate } from './program/private-files.ts'
import { relaunchOptions } from './program/relaunch-options.ts'
import { start } from './program/start.ts'
import { BY_X11, wantsX11 } from './program/wants-x11.ts'

// The terminal that started the program may be closed, which must not end it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

// The system's language: the setting may be what can't be read.
const words = (): Words['terminal'] => wordsFor('system', app.getPreferredSystemLanguages()).terminal
const say = (line: string): void => void process.stdout.write(`${line}\n`)

// What must run before Electron is ready; the rest is in start.ts.
const files = keepFilesPrivate()
const installed = isInstalled(app)
const unknown = installed ? unknownFlag(process.argv.slice(1), process) : null
// Chromium would write the keys of every connection into the named file (network_service_instance_impl.cc).
if (installed) delete process.env['SSLKEYLOGFILE']
const flags = readFlags(process.argv)
if (unknown === null) {
  if (flags.profile !== null) app.setPath('userData', flags.profile)
  closeFolder(app.getPath('userData'))
}

if (unknown !== null) {
  process.stderr.write(`${words().unknownOption(unknown)}\n`)
  app.exit(2)
} else if (wantsX11(process)) {
  process.umask(files.usualUmask)
  app.relaunch(relaunchOptions(process.argv, process.env, BY_X11))
  app.exit(0)
} else if (app.requestSingleInstanceLock()) {
  protocol.registerSchemesAsPrivileged([{ scheme: WINDOW_SCHEME, privileges: WINDOW_PRIVILEGES }])
  if (process.platform === 'win32') {
    const { id, toastActivator } = windowsIdentity(app)
    app.setAppUserModelId(id)
    app.setToastActivatorCLSID(toastActivator)
  }
  // Without this line `npm start` assumes that Electron can't run here (scripts/electron/run-electron.ts).
  const ready = app.whenReady().then(() => say(words().starting))
  const { env, platform } = process
  const policy = loadPolicy(policyPartsOf({ env, platform, isPackaged: installed }))
  const started = Promise.all([policy, ready]).then(([read]) => start({ flags, policy: read, files }))
  const open = (): void => void started.then((running) => running.open())
  const openLink = (link: string): void => void started.then((running) => running.openLink(link))
  const firstLink = phoneLink(process.argv)
  if (firstLink !== null) openLink(firstLink)
  app.on('second-instance', (_event, argv) => {
    const link = phoneLink(argv)
    if (link !== null) openLink(link)
    // Does nothing if a start at login finds the program already running.
    else if (!readFlags(argv).hidden) open()
  })
  // macOS passes links as an event.
  app.on('open-url', (event, url) => {
    event.preventDefault()
    const link = phoneLink([url])
    if (link !== null) openLink(link)
  })
  app.on('activate', open)
  started.catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${words().notStarted(why)}\n`)
    app.exit(1)
  })
  app.on('window-all-closed', () => undefined) // the tray stays
} else {
  say(words().alreadyRunning)
  app.quit() // the running instance opens its window
}
