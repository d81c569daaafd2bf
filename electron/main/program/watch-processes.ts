import type { App, Details } from 'electron/main'
import { exitCodeText } from './exit-code-text.ts'
import type { Logger } from '../system/log.ts'

export type WatchedApp = Pick<App, 'on' | 'removeListener'>

/**
 * Logs each Electron process that ends: the GPU process and the services. Electron restarts them automatically; the log
 * entry helps a technician spot a broken driver. For pages see watch-page.ts. Returns a function that stops it.
 */
export function watchProcesses(app: WatchedApp, log: Logger): () => void {
  const report = (_event: unknown, gone: Details): void => {
    const line = `process gone: ${nameOf(gone)}, ${gone.reason} (${exitCodeText(gone.exitCode)})`
    if (gone.reason === 'clean-exit') log.info(line)
    else log.warn(line)
  }
  app.on('child-process-gone', report)
  return () => void app.removeListener('child-process-gone', report)
}

/** By Chromium's own name for the service, such as `Utility network.mojom.NetworkService`. */
const nameOf = ({ type, serviceName = '' }: Details): string =>
  /^[\w.]+$/.test(serviceName) ? `${type} ${serviceName}` : type
