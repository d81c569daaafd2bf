import type { Clock } from '../../../core/clock.ts'
import type { Words } from '../../../core/words/words.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { Logger } from '../system/log.ts'
import { createDemoConsole } from './demo-console.ts'
import { createDemoMode, type DemoMode } from './demo-mode.ts'
import { createDemoProcess } from './demo-process.ts'

export interface OpenDemoParts {
  /** It was requested on the command line: events are printed too. */
  readonly isPrinted: boolean
  readonly built: string
  readonly companion: Companion
  readonly configuration: Pick<Configuration, 'settings' | 'layDemo'>
  readonly words: () => Words
  readonly clock: Clock
  readonly log: Logger
}

/** The demo: a simulated call centre in a separate process. */
export function openDemo({ isPrinted, built, companion, ...parts }: OpenDemoParts): DemoMode {
  const { configuration, words, clock, log } = parts
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
    centre: (onGone) => createDemoProcess({ built, clock, log, onGone }),
    lay: configuration.layDemo,
    onChanged: companion.reconfigure,
    onPage: (page) => printed?.centre(page),
  })
}
