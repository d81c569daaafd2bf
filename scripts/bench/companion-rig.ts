import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliverAlerts } from '../../electron/main/alerts/deliver-alerts.ts'
import type { Companion } from '../../electron/main/companion/companion-types.ts'
import { assembleProgram } from '../../electron/main/program/assemble-program.ts'
import type { NativeNotification } from '../../electron/main/alerts/notification-outcome.ts'
import { createNotifier } from '../../electron/main/alerts/notifier.ts'
import { createExpectedLegs } from '../../core/dialling/expected-legs.ts'
import { systemClock } from '../../core/clock.ts'
import type { PushChannel } from '../../core/ipc/channels.ts'
import { openJournal } from '../../core/history/open-journal.ts'
import type { SurroundingsSettings } from '../../core/session/surroundings.ts'
import type { RequestKind } from '../../core/polling/cadence.ts'
import { createProblemRecorder } from '../../electron/main/problem-recording/problem-recorder.ts'
import { createTelephonyAccess } from '../../electron/main/session/telephony-access.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts'
import { plainSettingsView } from '../../core/testing/plain-settings-view.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { listenHere } from '../server/listen-here.ts'

export interface Rig {
  readonly companion: Companion
  /** Messages that a visible window would have received. */
  readonly messages: () => number
  /** The rig's clock, epoch ms; the server's `Date` follows it. */
  readonly now: () => number
  /** Moves the clock on by `ms`, as if that time had passed between two polls. */
  pass(ms: number): void
  stop(): Promise<void>
}

export interface RigParts {
  /** The body of the next response. */
  readonly body: (about: RequestKind) => string
  readonly settings?: Partial<Settings>
  /** What is watched in addition to the extension; default: nothing. */
  readonly surroundings?: SurroundingsSettings
  /** Each message that a visible window would have received. */
  readonly onPush?: (channel: PushChannel, message: unknown) => void
  /** The response's last byte has arrived. */
  readonly onArrival?: () => void
  /** The system's notification is requested. */
  readonly onShow?: () => void
}

/** Main's own code against a real server: everything between the network and `Notification.show()`. */
export async function startRig({
  body,
  settings: change,
  surroundings,
  onPush,
  onArrival = nothing,
  onShow = nothing,
}: RigParts): Promise<Rig> {
  let passed = 0
  const system = systemClock()
  const clock = { ...system, now: () => system.now() + passed, steady: () => performance.now() + passed }
  const folder = await mkdtemp(join(tmpdir(), 'ringside-bench-'))
  const server = createServer((request, response) => {
    let asked = ''
    request.setEncoding('utf8').on('data', (part: string) => (asked += part))
    request.on('end', () =>
      response
        .setHeader('content-type', 'application/json')
        .setHeader('date', new Date(clock.now()).toUTCString())
        .end(body(kindOf(request.url ?? '', asked))),
    )
  })
  const baseUrl = `http://127.0.0.1:${await listenHere(server)}/comet/API`
  const own = { baseUrl, muteUrl: baseUrl, extension: 'SIPSIP2', pollSeconds: 60 }
  const settings = { ...DEFAULT_SETTINGS, ...own, ...change }
  const words = wordsFor('en', [])
  let messages = 0
  const pushed = (channel: PushChannel, message: unknown): void => {
    messages += 1
    onPush?.(channel, message)
  }
  const log = { info: nothing, warn: nothing }
  const { journal } = openJournal({ path: join(folder, 'history.db'), now: clock.now, log: log.info })
  const notifier = createNotifier({
    isSupported: () => true,
    create: () => notification(onShow),
    platform: 'linux',
    clock,
    log,
    openLabel: () => '',
  })
  const configuration = {
    settings: () => settings,
    account: () => ({
      ...settings,
      // Their defaults are real addresses.
      ...{ dialUrl: null, statusUrl: null, callLogUrl: null },
      masked: false,
      isOwnByPolicy: true,
      code: 'bench',
      surroundings: surroundings ?? null,
    }),
    candidate: () => null,
    locked: () => [],
    isDemo: () => false,
    webhookSecret: () => null,
    copyTemplates: () => [],
  }
  const legs = createExpectedLegs(clock.after)
  const edge = { fetch: arriving(onArrival), clock, random: Math.random }
  const problem = createProblemRecorder({
    ...edge,
    version: '',
    pathFor: (name) => join(folder, name),
    write: () => Promise.resolve(),
  })
  const { companion, ends } = assembleProgram({
    ...{ clock, configuration, legs },
    telephony: createTelephonyAccess({ ...edge, actFetch: edge.fetch, legs, problem, configuration, log }),
    words: () => words,
    journal: () => journal,
    ...{ fetch, openExternal: () => Promise.resolve(), random: Math.random, log },
    write: () => Promise.resolve(),
  })
  companion.onAlert(deliverAlerts(notifier))
  companion.onState((state) => pushed('state', state))
  companion.onTeam((news) => pushed('team', news))
  companion.onSettings(() => pushed('settings', plainSettingsView(settings)))
  companion.reconfigure()
  await companion.pollNow()
  return {
    companion,
    messages: () => messages,
    now: clock.now,
    pass: (ms) => (passed += ms),
    async stop() {
      for (const end of ends) end()
      notifier.end()
      server.close()
      server.closeAllConnections()
      journal.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const nothing = (): void => undefined

const kindOf = (url: string, asked: string): RequestKind =>
  url.includes('Queues') ? 'queues' : asked.includes('"extension"') ? 'extension' : 'everyone'

/** Node's fetch, which reads the body to its end before anyone else sees it. */
function arriving(onArrival: () => void): typeof fetch {
  return async (input, init) => {
    const { status, headers, ...response } = await fetch(input, init).then(async (got) => ({
      status: got.status,
      headers: got.headers,
      body: await got.arrayBuffer(),
    }))
    onArrival()
    return new Response(response.body, { status, headers })
  }
}

function notification(onShow: () => void): NativeNotification {
  const self = { show: onShow, close: () => undefined, on: () => self }
  return self as unknown as NativeNotification
}
