import type { App, Details } from 'electron/main'
import { exitCodeText } from './exit-code-text.ts'
import type { Logger } from '../system/log.ts'

export type WatchedApp = Pick<App, 'on' | 'removeListener'>

/**
 * Logs each process of Electron's own that ends: the one that draws, those of its services. Electron starts them again
 * by itself; in the log they tell a technician of a broken driver. Pages are not among them: see watch-page.ts. Returns
 * its own end.
 */
export function watchProcesses(app: WatchedApp, log: Logger): () => void {
  const tell = (_event: unknown, gone: Details): void => {
    const line = `process gone: ${nameOf(gone)}, ${gone.reason} (${exitCodeText(gone.exitCode)})`
    if (gone.reason === 'clean-exit') log.info(line)
    else log.warn(line)
  }
  app.on('child-process-gone', tell)
  return () => void app.removeListener('child-process-gone', tell)
}

/** By Chromium's own name for the service, such as `Utility network.mojom.NetworkService`. */
const nameOf = ({ type, serviceName = '' }: Details): string =>
  /^[\w.]+$/.test(serviceName) ? `${type} ${serviceName}` : type
