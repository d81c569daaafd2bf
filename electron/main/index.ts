import { readFileSync } from 'node:fs'
import { app, protocol } from 'electron/main'
import { loadPolicy } from '../../core/policy.ts'
import { WINDOW_PRIVILEGES, WINDOW_SCHEME } from './app-protocol.ts'
import { readFlags } from './flags.ts'
import { start } from './start.ts'

// What must come before Electron is ready; the rest is in start.ts.
const flags = readFlags(process.argv)
if (flags.profile !== null) app.setPath('userData', flags.profile)

const policy = loadPolicy({
  env: process.env,
  platform: process.platform,
  readFile: (path) => readFileSync(path, 'utf8'),
})

if (policy.kind === 'unreadable') {
  process.stderr.write(`${policy.sentence}\n`)
  app.exit(2)
} else if (app.requestSingleInstanceLock()) {
  protocol.registerSchemesAsPrivileged([{ scheme: WINDOW_SCHEME, privileges: WINDOW_PRIVILEGES }])
  if (process.platform === 'win32') app.setAppUserModelId('Ringside.Desktop')
  const opened = app
    .whenReady()
    .then(() => start({ flags, policy: policy.kind === 'found' ? policy.values : undefined }))
  app.on('second-instance', () => void opened.then((running) => running.open()))
  app.on('window-all-closed', () => undefined) // the tray stays
} else {
  app.quit() // the one that runs opens its window
}
