import type { UtilityProcess } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import type { CodeAddress } from '../../../core/settings/code-addresses.ts'
import { budgetFor } from '../../../core/settings/resolve-settings.ts'
import { NAMED_STATUSES } from '../../../core/status-words.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import type { Logger } from '../system/log.ts'

const POLL_SECONDS = 1 // the local call centre serves no one else
const START_MS = 10_000 // a call centre that isn't listening by then never will be

/** The simulated call centre as an account: it overrides the user's own while it runs. */
export interface DemoAccount {
  readonly code: string
  /** With every address that anything is sent to. */
  readonly settings: Readonly<Partial<Settings>> &
    Pick<Settings, CodeAddress | 'muteUrl' | 'popupScreenUrl' | 'extension'>
  /** The web page of the simulated call centre. */
  readonly page: string
}

export interface DemoCentre {
  /** Starts it and returns its account, or null if it could not be started. */
  start(): Promise<DemoAccount | null>
  stop(): void
}

export type CentreProcess = Pick<UtilityProcess, 'on' | 'once' | 'kill'>

export interface DemoParts {
  /** Forks the process with the code in its environment. */
  readonly fork: (code: string) => CentreProcess
  readonly randomCode: () => string
  readonly clock: Clock
  readonly log: Logger
  /** It ended unexpectedly. */
  readonly onGone: () => void
}

export function createDemoCentre({ fork, randomCode, clock, log, onGone }: DemoParts): DemoCentre {
  let centre: CentreProcess | null = null

  function stop(): void {
    const running = centre
    centre = null
    if (running !== null) endProcess(running)
  }

  function start(): Promise<DemoAccount | null> {
    stop()
    const code = randomCode()
    return new Promise((settle) => {
      const started = fork(code)
      centre = started
      let listening = false
      const fail = (why: string): void => {
        giveUp()
        settle(null)
        if (centre !== started) return
        log.warn(`the simulated call centre did not start: ${why}`)
        stop()
      }
      const giveUp = clock.after(START_MS, () => fail('no word from it'))
      started.on('message', (message: unknown) => {
        if (listening || centre !== started) return
        const port = listeningPort(message)
        if (port === null) return fail('it named no port')
        giveUp()
        listening = true
        settle(demoAccount(code, port))
      })
      started.on('exit', () => {
        if (!listening) return fail('it ended')
        if (centre !== started) return
        centre = null
        onGone()
      })
    })
  }

  return { start, stop }
}

/** A process that has not spawned yet can't be ended: Electron reports that, and it is ended once spawned. */
function endProcess(running: CentreProcess): void {
  if (!running.kill()) running.once('spawn', () => running.kill())
}

/** What is watched in the demo. SIPSIP2 is the extension that the simulated call centre keeps busy. */
export function demoAccount(code: string, port: number): DemoAccount {
  const origin = `http://127.0.0.1:${port}`
  return {
    code,
    page: `${origin}/`,
    settings: {
      baseUrl: `${origin}/comet/API`,
      muteUrl: `${origin}/comet/API/MuteUnmuteCalls`,
      dialUrl: `${origin}/ForwardDialer/click2call.aspx`,
      hangUp: true,
      statusUrl: `${origin}/UserLogin/SetStatusFromAPI`,
      callLogUrl: `${origin}/hub/cdr/`,
      popupScreenUrl: `${origin}/popup-screen`,
      extension: 'SIPSIP2',
      offeredStatuses: NAMED_STATUSES,
      pollSeconds: POLL_SECONDS,
      requestsPerMinute: budgetFor(POLL_SECONDS),
      queues: 'all',
      wideView: true,
      watch: { kind: 'extension' },
    },
  }
}

function listeningPort(message: unknown): number | null {
  if (typeof message !== 'object' || message === null || !('kind' in message) || !('port' in message))
    return null
  return message.kind === 'listening' && typeof message.port === 'number' ? message.port : null
}
