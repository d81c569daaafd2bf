import { app, protocol } from 'electron/main'
import { loadPolicy } from '../../core/policy/load-policy.ts'
import { policyPartsOf } from '../../core/policy/policy-parts-of.ts'
import type { Words } from '../../core/words/words.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { APP_ID } from './program/app-id.ts'
import { WINDOW_PRIVILEGES, WINDOW_SCHEME } from './window/app-protocol.ts'
import { readFlags } from './program/flags.ts'
import { start } from './program/start.ts'

// Fixed: Windows remembers by it whom to tell of a click on an alert, over restarts and updates.
const TOAST_ACTIVATOR = '{3D2F1B0A-7C46-4E0B-9B1E-5A8C6E7F2D94}'

// The terminal that it was started from may be closed: no reason to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

// The system's language: what was set may be what can't be read.
const words = (): Words['terminal'] => wordsFor('system', app.getPreferredSystemLanguages()).terminal
const say = (line: string): void => void process.stdout.write(`${line}\n`)

// What must come before Electron is ready; the rest is in start.ts.
const flags = readFlags(process.argv)
if (flags.profile !== null) app.setPath('userData', flags.profile)

if (app.requestSingleInstanceLock()) {
  protocol.registerSchemesAsPrivileged([{ scheme: WINDOW_SCHEME, privileges: WINDOW_PRIVILEGES }])
  if (process.platform === 'win32') {
    app.setAppUserModelId(APP_ID)
    app.setToastActivatorCLSID(TOAST_ACTIVATOR)
  }
  // Without this line `npm start` takes it that Electron can't run here (scripts/electron/run-electron.ts).
  const ready = app.whenReady().then(() => say(words().starting))
  const { env, platform } = process
  const policy = loadPolicy(policyPartsOf({ env, platform, isPackaged: app.isPackaged }))
  const started = Promise.all([policy, ready]).then(([read]) => start({ flags, policy: read }))
  const open = (): void => void started.then((running) => running.open())
  // A start at login that finds the program running asks for nothing.
  app.on('second-instance', (_event, argv) => (readFlags(argv).hidden ? undefined : open()))
  app.on('activate', open)
  started.catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${words().notStarted(why)}\n`)
    app.exit(1)
  })
  app.on('window-all-closed', () => undefined) // the tray stays
} else {
  say(words().alreadyRunning)
  app.quit() // the one that runs opens its window
}
