import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { utilityProcess } from 'electron/main'
import { createDemoCentre, type CentreProcess } from './demo-centre.ts'
import { createDemoConsole } from './demo-console.ts'
import type { MainParts } from '../program/main-parts.ts'
import { createDemoMode, type DemoMode } from './demo-mode.ts'

export interface OpenDemoParts extends MainParts {
  /** It was requested on the command line: events are printed too. */
  readonly isPrinted: boolean
  /** Folder of the built program. */
  readonly built: string
}

/** The demo: a simulated call centre in a separate process, with its own code. */
export function openDemo({ isPrinted, built, ...parts }: OpenDemoParts): DemoMode {
  const { companion, configuration, words, clock, log } = parts
  const printed = isPrinted
    ? createDemoConsole({
        print: (line) => void process.stdout.write(`${line}\n`),
        words,
        settings: configuration.settings,
      })
    : null
  if (printed !== null) {
    companion.onAlert(printed.alert)
    companion.onTray(printed.tray)
    companion.onEvents(printed.events)
  }
  return createDemoMode({
    centre: (onGone) =>
      createDemoCentre({
        ...{ clock, log, onGone },
        fork: (code) => forkCentre(join(built, 'out', 'main', 'demo-centre.js'), code),
        randomCode: () => randomBytes(24).toString('base64url'),
      }),
    lay: configuration.layDemo,
    onChanged: companion.reconfigure,
    onPage: (page) => printed?.centre(page),
  })
}

function forkCentre(path: string, code: string): CentreProcess {
  return utilityProcess.fork(path, [], {
    env: { ...process.env, RINGSIDE_DEMO_CODE: code },
    serviceName: 'Ringside simulated call centre',
    stdio: 'ignore',
  })
}
