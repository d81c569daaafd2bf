import { utilityProcess } from 'electron/main'
import type { CentreProcess } from './demo.ts'

/** The simulated call centre in a process of its own. */
export function forkCentre(path: string, code: string): CentreProcess {
  return utilityProcess.fork(path, [], {
    env: { ...process.env, RINGSIDE_DEMO_CODE: code },
    serviceName: 'Ringside simulated call centre',
    stdio: 'ignore',
  })
}
