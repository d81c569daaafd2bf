/**
 * Prints how many ms it takes to load and evaluate out/main; with `libraries`, only the libraries it needs at its start,
 * unbundled. Electron never becomes ready here.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { provideElectron } from '../../browser-host/module-hook.ts'

const LIBRARIES = [
  ...['electron-store', 'electron-log/node', 'libphonenumber-js/max', 'libphonenumber-js/min', 'valibot'],
  ...['csv-parse/sync', 'entities/decode', 'entities/escape', 'dequal'],
]
const nothing = (): undefined => undefined
const profile = mkdtempSync(join(tmpdir(), 'ringside-evaluated-'))
provideElectron({
  app: {
    requestSingleInstanceLock: () => true,
    getAppPath: () => join(import.meta.dirname, '../..'),
    getPath: () => profile,
    getName: nothing,
    getVersion: nothing,
    whenReady: () => new Promise<never>(nothing),
    on: nothing,
    setPath: nothing,
    setAppUserModelId: nothing,
  },
  protocol: { registerSchemesAsPrivileged: nothing },
  ipcMain: { on: nothing, handle: nothing },
})
const began = performance.now()
if (process.argv[2] === 'libraries') for (const name of LIBRARIES) await import(name)
else await import(pathToFileURL(join(import.meta.dirname, '../../out/main/index.js')).href)
process.stdout.write(String(performance.now() - began))
rmSync(profile, { recursive: true, force: true })
process.exit()
