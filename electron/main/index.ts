import { app, protocol } from 'electron/main'
import { loadPolicy } from '../../core/policy/load-policy.ts'
import { policyPartsOf } from '../../core/policy/policy-parts-of.ts'
import { wordsFor } from '../../core/words/words.ts'
import { APP_ID } from './app-id.ts'
import { WINDOW_PRIVILEGES, WINDOW_SCHEME } from './app-protocol.ts'
import { readFlags } from './flags.ts'
import { start } from './start.ts'

// Fixed: Windows remembers by it whom to tell of a click on an alert, over restarts and updates.
const TOAST_ACTIVATOR = '{3D2F1B0A-7C46-4E0B-9B1E-5A8C6E7F2D94}'

// What must come before Electron is ready; the rest is in start.ts.
const flags = readFlags(process.argv)
if (flags.profile !== null) app.setPath('userData', flags.profile)

if (app.requestSingleInstanceLock()) {
  protocol.registerSchemesAsPrivileged([{ scheme: WINDOW_SCHEME, privileges: WINDOW_PRIVILEGES }])
  if (process.platform === 'win32') {
    app.setAppUserModelId(APP_ID)
    app.setToastActivatorCLSID(TOAST_ACTIVATOR)
  }
  const started = Promise.all([loadPolicy(policyPartsOf(process)), app.whenReady()]).then(([policy]) =>
    start({ flags, policy }),
  )
  const open = (): void => void started.then((running) => running.open())
  // A start at login that finds the program running asks for nothing.
  app.on('second-instance', (_event, argv) => (readFlags(argv).hidden ? undefined : open()))
  app.on('activate', open)
  started.catch((error: unknown) => {
    // What was set may be what could not be read.
    const words = wordsFor('system', app.getPreferredSystemLanguages())
    process.stderr.write(
      `${words.terminal.notStarted(error instanceof Error ? error.message : String(error))}\n`,
    )
    app.exit(1)
  })
  app.on('window-all-closed', () => undefined) // the tray stays
} else {
  app.quit() // the one that runs opens its window
}
