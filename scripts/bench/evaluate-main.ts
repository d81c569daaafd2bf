/** Prints how many ms it takes to load and evaluate out/main; Electron never becomes ready here. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { provideElectron } from '../../browser-host/module-hook.ts'

const nothing = (): undefined => undefined
const profile = mkdtempSync(join(tmpdir(), 'ringside-evaluated-'))
provideElectron({
  app: {
    requestSingleInstanceLock: () => true,
    getAppPath: () => join(import.meta.dirname, '../..'),
    getPath: () => profile,
    whenReady: () => new Promise<never>(nothing),
    on: nothing,
    setPath: nothing,
    setAppUserModelId: nothing,
  },
  protocol: { registerSchemesAsPrivileged: nothing },
})
const began = performance.now()
await import(pathToFileURL(join(import.meta.dirname, '../../out/main/index.js')).href)
process.stdout.write(String(performance.now() - began))
rmSync(profile, { recursive: true, force: true })
process.exit()
