import type { Clock } from '../../../core/clock.ts'
import { foundRows, type CallLogApi } from '../../../simulator/api/call-log-answer.ts'
import { isCallLogQuirk, withQuirk } from '../../../simulator/api/call-log-quirks.ts'
import type { CallLogRow } from '../../../simulator/api/call-log-row.ts'
import { readCallLogSearch } from '../../../simulator/api/call-log-search.ts'
import { asObject, type Parameters } from '../../../simulator/api/parameters.ts'
import { deliveryFor } from '../../../simulator/faults/delivery.ts'
import type { Random } from '../../../simulator/world/random.ts'
import type { World } from '../../../simulator/world/world.ts'
import type { Computer } from '../computer.ts'
import type { Story } from '../story.ts'
import { halfResponse } from '../wire-answer.ts'
import type { LogAnswer } from './log-answer.ts'
import type { LogFault } from './log-fault.ts'
import { failedFetch } from '../failed-fetch.ts'

export interface LogWireParts {
  readonly story: Story
  readonly world: World
  readonly trueTime: Clock
  readonly computer: Computer
  readonly random: Random
  /** The account's, for all runs of the program. */
  readonly callLog: CallLogApi
  /** Called with each request when the account has responded to it, or when it is lost. */
  readonly onLogAnswer: (answer: Omit<LogAnswer, 'run'>) => void
}

const LATENCY_MS = { least: 40, most: 3_000 }

/** Requests the call log in the simulation, with whatever is wrong with it at that moment. */
export function askForLog(
  parts: LogWireParts,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<Response> {
  const { story, world, trueTime, computer, random, callLog, onLogAnswer } = parts
  const askedAt = trueTime.now()
  const naps = computer.naps()
  const thereMs = LATENCY_MS.least + random.below(LATENCY_MS.most)
  return new Promise((resolve, reject) => {
    trueTime.after(thereMs, () => {
      world.advanceTo(trueTime.now())
      const fault = logFaultAt(story, trueTime.now() - story.startAt)
      const said = answered(world, callLog, parameters, fault)
      computer.systemAfter(LATENCY_MS.least, () => {
        const { response } = naps === computer.naps() ? said : BROKEN
        const arrives = response !== null && !signal.aborted
        const { kind, rows } = arrives ? said : BROKEN
        const search = readCallLogSearch(parameters)
        onLogAnswer({ askedAt, at: trueTime.now(), fault, search, kind, rows })
        if (fault === 'lost' || signal.aborted) return
        if (response === null) reject(failedFetch('ECONNRESET'))
        else resolve(response())
      })
    })
  })
}

interface Said extends Pick<LogAnswer, 'kind' | 'rows'> {
  /** Null if none arrives. */
  readonly response: (() => Response) | null
}

const BROKEN: Said = { kind: 'failed', rows: [], response: null }

function answered(world: World, callLog: CallLogApi, parameters: Parameters, fault: LogFault | null): Said {
  if (fault === 'lost' || fault === 'connection-refused') return BROKEN
  const quirk = isCallLogQuirk(fault) ? fault : null
  const body = callLog(parameters, quirk)
  const faultOf = { kind: fault === null || fault === 'lag' ? ('delay' as const) : fault, ...ONCE }
  const delivery = deliveryFor(faultOf, () => JSON.stringify(body))
  switch (delivery.kind) {
    case 'dropped':
      return BROKEN
    case 'half':
      return { ...BROKEN, response: () => halfResponse(delivery.body, delivery.headers) }
    case 'whole': {
      const { status, headers } = delivery
      const response = (): Response => new Response(delivery.body, { status, headers })
      const isRead = fault === null || fault === 'lag' || quirk !== null
      return {
        response,
        ...(isRead ? statement(world, parameters, body, fault) : { kind: 'failed', rows: [] }),
      }
    }
  }
}

const ONCE = { count: null, delayMs: 0, retryAfter: 30, endpoint: 'call-log' } as const

function statement(
  world: World,
  parameters: Parameters,
  body: unknown,
  fault: LogFault | null,
): Pick<LogAnswer, 'kind' | 'rows'> {
  const error = Number(asObject(body)?.['ERROR_NUMBER'])
  const search = readCallLogSearch(parameters)
  if (error !== 0 || search === null) return { kind: error === 1 ? 'refused' : 'failed', rows: [] }
  const rows = foundRows(world, search, isCallLogQuirk(fault) ? fault : null)
  if (fault === 'log-10000' && rows.length > 0) return { kind: 'part', rows: [] }
  return {
    kind: 'whole',
    rows: fault === 'log-disagrees' || fault === 'log-twice' ? stated(rows, fault) : rows,
  }
}

const stated = (rows: readonly CallLogRow[], quirk: 'log-disagrees' | 'log-twice'): readonly CallLogRow[] =>
  withQuirk(rows, quirk, { now: 0, offsetMs: 0 })
    .map(asObject)
    .filter((row) => row !== null)

/** What is wrong with the call log at that moment: what started last. */
function logFaultAt({ incidents }: Story, atMs: number): LogFault | null {
  const met = incidents.findLast(
    (incident) => incident.kind === 'log' && incident.atMs <= atMs && atMs < incident.atMs + incident.lastsMs,
  )
  return met?.kind === 'log' ? met.fault : null
}
