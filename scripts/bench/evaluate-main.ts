/** Prints how many ms it takes to load and evaluate out/main; Electron never becomes ready here. */
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { provideElectron } from '../../browser-host/module-hook.ts'

const nothing = (): undefined => undefined
provideElectron({
  app: {
    requestSingleInstanceLock: () => true,
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
process.exit()
