import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { utilityProcess } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import { createDemoCentre } from './demo-centre.ts'
import type { CentreProcess, DemoCentre } from './demo-centre.ts'
import type { Logger } from '../system/log.ts'

export interface DemoProcessParts {
  /** Folder of the built program. */
  readonly built: string
  readonly clock: Clock
  readonly log: Logger
  /** It ended by itself. */
  readonly onGone: () => void
}

/** The bundled simulated call centre, in a separate process and with its own code. */
export function createDemoProcess({ built, ...parts }: DemoProcessParts): DemoCentre {
  return createDemoCentre({
    ...parts,
    fork: (code) => forkCentre(join(built, 'out', 'main', 'demo-centre.js'), code),
    randomCode: () => randomBytes(24).toString('base64url'),
  })
}

function forkCentre(path: string, code: string): CentreProcess {
  return utilityProcess.fork(path, [], {
    env: { ...process.env, RINGSIDE_DEMO_CODE: code },
    serviceName: 'Ringside simulated call centre',
    stdio: 'ignore',
  })
}
