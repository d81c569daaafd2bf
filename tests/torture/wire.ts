import { readJsonObject, type Parameters } from '../../simulator/api/parameters.ts'
import type { Random } from '../../simulator/world/random.ts'
import type { World } from '../../simulator/world/world.ts'
import type { Clock } from '../../core/clock.ts'
import type { Computer } from './computer.ts'
import type { Story, WireIncident } from './story.ts'
import type { About } from './step.ts'
import { askToMute, askToSetStatus } from './acting-wire.ts'
import { askForLog, type LogWireParts } from './call-log/log-wire.ts'
import { askToDial } from './dial-wire.ts'
import type { Outcome } from './outcome.ts'
import { createAnswerer, type WireAnswer } from './wire-answer.ts'
import { failedFetch } from './failed-fetch.ts'

/** The network between one run of the program and the world. */
export interface Wire {
  readonly fetch: typeof globalThis.fetch
  /** The client no longer waits: requests in progress are dropped without an outcome. */
  forget(): void
}

export interface WireParts extends Pick<LogWireParts, 'callLog' | 'onLogAnswer'> {
  readonly story: Story
  readonly world: World
  readonly trueTime: Clock
  readonly computer: Computer
  readonly code: string
  readonly random: Random
  /** Called with each request as it is sent. */
  readonly onAsked: (about: About) => void
  /** Called with each outcome, after the program has processed it. */
  readonly onOutcome: (outcome: Outcome) => void
  readonly onFault: (incident: WireIncident) => void
  /** A request to call this number arrived at the account. */
  readonly onDialled: (target: string) => void
  /** A request to set this status was sent. */
  readonly onStatus: (status: number) => void
}

const TIMEOUT_MS = 8_000 // the client's timeout
const LATENCY_MS = { least: 20, most: 400 }

/** One request in progress. */
interface Flight {
  readonly naps: number
  over: boolean
  /** Its outcome, to be reported; null until then. */
  outcome: Outcome | null
}

export function createWire(parts: WireParts): Wire {
  const { story, world, trueTime, computer, random, onOutcome } = parts
  const { answer, taken } = createAnswerer(parts)
  let current: Flight | null = null

  function conclude(flight: Flight): void {
    if (flight.over || flight.outcome === null) return
    flight.over = true
    taken(flight.outcome)
    onOutcome(flight.outcome)
  }

  /**
   * The program may take as long as it likes over a response, because virtual time stands still. Then its state is
   * checked.
   */
  function settle(flight: Flight, outcome: Outcome): void {
    if (flight.over) return
    flight.outcome = outcome
    computer.systemAfter(0, () => conclude(flight))
  }

  function forget(): void {
    if (current === null) return
    conclude(current)
    current.over = true
    current = null
  }

  function ask(url: string, body: unknown, signal: AbortSignal): Promise<Response> {
    forget()
    const parameters = readJsonObject(body) ?? {}
    const about = aboutOf(url, parameters)
    parts.onAsked(about)
    const flight: Flight = { naps: computer.naps(), over: false, outcome: null }
    current = flight
    const incident = incidentAt(story, trueTime.now() - story.startAt, about)
    if (incident !== null) parts.onFault(incident)
    const usualMs = LATENCY_MS.least + random.below(LATENCY_MS.most - LATENCY_MS.least)
    const delayMs = incident?.fault === 'slow' ? incident.amount : usualMs
    const thereMs = Math.floor(delayMs / 2)
    return new Promise((resolve, reject) => {
      function arrive(what: WireAnswer): void {
        if (signal.aborted) return
        if (flight.naps !== computer.naps()) {
          reject(failedFetch('ECONNRESET'))
          settle(flight, { kind: 'failed', why: 'other', about })
          return
        }
        if (what.kind === 'none') return
        if (what.kind === 'error') reject(failedFetch(what.code))
        else resolve(what.make())
        settle(flight, what.outcome)
      }
      const requestedAt = trueTime.now()
      // The response reflects one instant, whatever this computer does in the meantime.
      trueTime.after(thereMs, () => {
        world.advanceTo(trueTime.now())
        const what = answer(about, parameters, requestedAt, incident)
        computer.systemAfter(delayMs - thereMs, () => arrive(what))
        if (what.kind === 'none')
          computer.systemAfter(TIMEOUT_MS - thereMs, () => settle(flight, what.outcome))
      })
    })
  }

  return {
    fetch: (input, init) => {
      if (!(init?.signal instanceof AbortSignal)) throw new TypeError('a request that can’t be cancelled')
      const url = input instanceof Request ? input.url : String(input)
      if (url.includes(parts.code)) throw new TypeError('the code stands in the URL')
      if (url.endsWith('/MuteUnmuteCalls')) return askToMute(parts, readJsonObject(init.body) ?? {})
      if (url.endsWith('/click2call.aspx')) return askToDial(parts, readJsonObject(init.body) ?? {})
      if (url.endsWith('/SetStatusFromAPI')) {
        const asked = readJsonObject(init.body) ?? {}
        parts.onStatus(Number(asked['Status']))
        return askToSetStatus(parts, asked)
      }
      if (url.endsWith('/hub/cdr/')) return askForLog(parts, readJsonObject(init.body) ?? {}, init.signal)
      return ask(url, init.body, init.signal)
    },
    forget,
  }
}

function aboutOf(url: string, { extension }: Parameters): About {
  if (url.endsWith('/GetQueuesCallers')) return 'queues'
  return extension === undefined ? 'everyone' : 'extension'
}

/** The fault that affects a request at that moment: the one that started last. */
function incidentAt({ incidents }: Story, atMs: number, about: About): WireIncident | null {
  const met = incidents.findLast(
    (incident): incident is WireIncident =>
      incident.kind === 'wire' &&
      (incident.about === 'all' || incident.about === about) &&
      incident.atMs <= atMs &&
      atMs < incident.atMs + incident.lastsMs,
  )
  return met ?? null
}
