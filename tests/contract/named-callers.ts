import { vi } from 'vitest'
import { createExpectedLegs } from '../../core/dialling/expected-legs.ts'
import type { AlertCommand } from '../../core/alerts/notification.ts'
import { systemClock } from '../../core/clock.ts'
import { openJournal } from '../../core/history/open-journal.ts'
import { temporaryFile } from '../../core/history/testing/temporary-file.ts'
import type { TrayView } from '../../core/alerts/tray.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { en } from '../../core/words/en.ts'
import { assembleProgram } from '../../electron/main/program/assemble-program.ts'
import { createTelephonyAccess } from '../../electron/main/session/telephony-access.ts'
import { createConfiguration } from '../../electron/main/settings/configuration.ts'
import { createCentre } from '../../simulator/centre.ts'

/** The simulated call centre with the organisation's endpoint, in this process. */
export async function openCentre() {
  const centre = createCentre({
    ...{ seed: 7, scenario: 'quiet', zone: 'Asia/Jerusalem', speed: 1, now: Date.now },
    ...{ code: 'demo-code', wrongCode: 'error' },
  })
  centre.world.setQuiet(true)
  const origin = `http://127.0.0.1:${await centre.listen(0)}`
  async function sim(path: string, body?: object, method = body === undefined ? 'GET' : 'POST') {
    const response = await fetch(`${origin}/sim/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const given: unknown = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(given)}`)
    return given
  }
  return { origin, sim, close: () => centre.close() }
}

export type OpenCentre = Awaited<ReturnType<typeof openCentre>>

export interface ReceivedRequest {
  readonly method: string
  readonly contentType: string
  readonly origin: string | null
  readonly fields: Readonly<Record<string, unknown>>
}

/** What the endpoint received, oldest first. */
export async function received({ sim }: OpenCentre): Promise<readonly ReceivedRequest[]> {
  const { received: all } = (await sim('popup-screen')) as { received: readonly ReceivedRequest[] }
  return all
}

export const journalFile = temporaryFile

/** One run of the program, without Electron, against the centre. */
export async function runProgram(
  { origin }: OpenCentre,
  path: string,
  { isDemo = false, ...change }: Partial<Settings> & { readonly isDemo?: boolean } = {},
) {
  let user: Record<string, unknown> = {
    ...{ extension: 'SIPSIP2', queues: [], pollSeconds: 0.2, baseUrl: `${origin}/comet/API` },
    popupScreenUrl: `${origin}/popup-screen`,
    ...change,
  }
  const own = createConfiguration({
    policy: {},
    store: {
      values: () => user,
      change(values) {
        user = { ...user, ...values }
        return true
      },
      quarantineFile: null,
    },
    secrets: {
      ...{ code: () => 'demo-code', state: () => 'stored', keeping: () => 'protected' },
      ...{ isUnreadable: () => false, isLate: () => false },
      ...{ save: () => Promise.resolve('saved'), allow: () => Promise.resolve('saved') },
    },
    webhookSecret: { value: () => null, state: () => 'none', save: () => Promise.resolve('saved') },
    version: '0',
    words: () => en,
  })
  const configuration = { ...own, isDemo: () => isDemo }
  const clock = systemClock()
  const logged: string[] = []
  const log = {
    info: (line: string) => void logged.push(line),
    warn: (line: string) => void logged.push(line),
  }
  const parts = { configuration, fetch, clock, random: () => 0, log }
  const legs = createExpectedLegs(clock.after)
  const problem = { fetch, endingWith: <T>(one: T): T => one }
  const { journal } = openJournal({ path, now: clock.now, log: log.info })
  const opened: string[] = []
  const program = assembleProgram({
    ...parts,
    legs,
    telephony: createTelephonyAccess({ ...parts, actFetch: fetch, legs, problem }),
    journal: () => journal,
    openExternal(url) {
      opened.push(url)
      return Promise.resolve()
    },
    words: () => en,
    write: () => Promise.resolve(),
  })
  const { companion, popupScreen } = program
  const alerts: AlertCommand[] = []
  let tray: TrayView | null = null
  companion.onAlert((command) => void alerts.push(command))
  companion.onTray((view) => (tray = view))
  companion.reconfigure()
  await companion.pollNow()
  return {
    ...program,
    ...{ alerts, journal, logged, opened },
    tray: () => tray,
    change(values: Partial<Settings>) {
      configuration.change(values)
      companion.reconfigure()
    },
    /** Polls; `requests`: waits until this many requests to the endpoint are done in total. */
    async poll(requests?: number) {
      await companion.pollNow()
      if (requests === undefined) return
      await until(() => popupScreen.view().done >= requests)
    },
    caller: () => Object.values(companion.state().callers)[0] ?? null,
    history: () => journal.history({ filter: 'all', limit: 20 }).calls,
    end() {
      for (const end of program.ends) end()
      journal.close()
    },
  }
}

/** Resolves once it is true. */
export const until = (isTrue: () => boolean): Promise<void> =>
  vi.waitFor(
    () => {
      if (!isTrue()) throw new Error('not yet')
    },
    { timeout: 20_000, interval: 5 },
  )
