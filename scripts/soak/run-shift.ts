import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startBrowserHost } from '../../browser-host/start.ts'
import { startSimulator } from '../../tests/e2e/simulator-process.ts'
import { startWebhookReceiver } from '../../tests/e2e/webhook-receiver.ts'
import { launchBrowser } from '../browser/launch-browser.ts'
import { fastEnv } from './fast-env.ts'
import { readSamples } from './sample.ts'
import type { Sample } from './sample.ts'
import { workAShift } from './work-a-shift.ts'

const CODE = 'soak-secret'
const TURN_MS = 600_000 // ten minutes, in ms: in between, the window is freed
const HOUR_MS = 3_600_000
const RECEIVED = [200, 200, 401, 429, 500] // the receiver’s responses, in turn
const WARM_MS = 2.5 * TURN_MS // by then the window has been open and freed twice: from here on nothing is new

export interface ShiftPlan {
  readonly hours: number
  /** How many times faster than real time. */
  readonly speed: number
  /** How many times main's process is measured. */
  readonly samples: number
  readonly tell: (line: string) => void
}

export interface ShiftResult {
  readonly samples: readonly Sample[]
  readonly pageHeaps: readonly number[]
  readonly requests: number
  /** Events that reached the webhook's receiver, most of which it refused. */
  readonly events: number
  readonly turns: number
  /** Steps of the agent that found nothing to act on. */
  readonly missedSteps: readonly string[]
  /** Warnings in the program's log, without their times. */
  readonly warnings: readonly string[]
}

/**
 * A busy shift: the simulated call centre and the built program in the browser host, both with a clock that runs fast.
 */
export async function runShift({ hours, speed, samples, tell }: ShiftPlan): Promise<ShiftResult> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-soak-'))
  const centre = await startSimulator(CODE, '--scenario', 'busy-shift', '--speed', String(speed))
  const receiver = await startWebhookReceiver()
  receiver.answer((response) => {
    const status = RECEIVED[receiver.got.length % RECEIVED.length] ?? 200
    response.writeHead(status).end(`{"status":${status}}`)
  })
  const policy = join(folder, 'policy.json')
  await writeFile(policy, JSON.stringify(settingsFor(centre.url, receiver.url)))
  const figures = join(folder, 'figures')
  const host = await startBrowserHost({
    profile: join(folder, 'profile'),
    env: { RINGSIDE_POLICY: policy, ...measured(speed, figures, (hours * HOUR_MS - WARM_MS) / samples) },
  })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
    await page.goto(await host.address())
    await liveOn(centre.url)
    const work = await workAShift(page, centre)
    const turns = await workThrough(hours, speed, work.turn, tell)
    return {
      samples: readSamples(await readFile(figures, 'utf8')),
      pageHeaps: work.heaps,
      requests: await requestsAt(centre.url),
      events: receiver.got.length,
      turns,
      missedSteps: work.missed,
      warnings: await warningsIn(join(folder, 'profile', 'logs', 'main.log')),
    }
  } finally {
    await browser.close()
    await host.stop()
    await centre.stop()
    await receiver.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Everything that can be turned on. */
const settingsFor = (centre: string, webhook: string): object => ({
  baseUrl: new URL('/comet/API', centre).href,
  muteUrl: new URL('/api/MuteUnmuteCalls', centre).href,
  code: CODE,
  extension: 'SIPSIP2',
  language: 'en',
  wideView: true,
  webhook: {
    on: true,
    url: webhook,
    events: ['ringing', 'answered', 'held', 'resumed', 'ended'],
    once: false,
  },
  webhookSecret: CODE,
  startHidden: true,
  sounds: { ring: 'ringside', missed: 'ringside' },
  crmRules: [
    {
      name: 'Shop',
      on: 'ringing',
      when: {},
      url: 'https://crm.example.com/?p={phone}',
      hosts: ['crm.example.com'],
    },
  ],
})

function measured(speed: number, file: string, everyMs: number): Record<string, string> {
  const fast = fastEnv(speed)
  const hook = new URL('./measure-main.ts', import.meta.url).href
  return {
    ...fast,
    NODE_OPTIONS: `${fast['NODE_OPTIONS'] ?? ''} --import=${hook}`,
    RINGSIDE_SOAK_FILE: file,
    RINGSIDE_SOAK_AFTER_MS: String(WARM_MS),
    RINGSIDE_SOAK_EVERY_MS: String(everyMs),
  }
}

/** A turn every ten minutes of the shift, until it is over. Returns how many there were. */
async function workThrough(
  hours: number,
  speed: number,
  turn: () => Promise<void>,
  tell: (line: string) => void,
): Promise<number> {
  const began = performance.now()
  const shiftMs = (): number => (performance.now() - began) * speed
  for (let turns = 1; ; turns++) {
    await turn()
    tell(`${(shiftMs() / HOUR_MS).toFixed(2)} h, ${turns} turns`)
    const nextMs = Math.min(turns * TURN_MS, hours * HOUR_MS)
    await wait(Math.max(0, (nextMs - shiftMs()) / speed))
    if (shiftMs() >= hours * HOUR_MS) return turns
  }
}

async function liveOn(centre: string): Promise<void> {
  await fetch(new URL('/sim/quiet', centre), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ quiet: false }),
  })
}

async function requestsAt(centre: string): Promise<number> {
  const answer: unknown = await (await fetch(new URL('/sim/requests', centre))).json()
  const counts: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'counts') : null
  return Object.values(counts ?? {}).reduce<number>(
    (sum, count) => sum + (typeof count === 'number' ? count : 0),
    0,
  )
}

const warningsIn = async (file: string): Promise<readonly string[]> =>
  (await readFile(file, 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => line.includes('[warn]'))
    .map((line) => line.replace(/^\[.*?\] /, ''))
