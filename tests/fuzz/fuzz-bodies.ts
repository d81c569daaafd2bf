import fc from 'fast-check'
import { createClient } from '../../core/telephony/client.ts'
import { sampleBodies } from './sample-bodies.ts'
import { spoiled, spoilings } from './spoil.ts'
import { listedCalls } from './listed-calls.ts'

const WATCHED = 'SIPSIP2'
const NOBODY = new AbortController().signal
const KINDS = new Set(['reached', 'refused', 'faulty', 'malformed'])
/** Reading times are compared with JSON.parse only above this, ms: below it, a thread's clock isn't precise enough. */
const LEAST_MS = 1
const MEASURE_AGAIN = 5
const WARM_UP = 500 // a program that has just started takes some ms for any response

export interface FuzzResult {
  readonly runs: number
  /** Bodies that were read as a response. */
  readonly reached: number
  /** Calls that were found in them. */
  readonly calls: number
  /** The longest time that a body took, ms. */
  readonly slowestMs: number
  /** How many bodies took long enough to compare with JSON.parse. */
  readonly compared: number
  /** The longest time as a multiple of JSON.parse's for the same body, of those compared. */
  readonly mostTimes: number
}

/** A client that receives `answer.text` for every request. */
export function clientOf(answer: { text: string }) {
  return createClient({
    fetch: () => Promise.resolve(new Response(answer.text)),
    now: () => 1_768_456_800_000,
    after: () => () => undefined,
    baseUrl: 'https://fuzz.invalid/API',
    muteUrl: 'https://fuzz.invalid/mute',
    code: 'fuzz-code-3f',
    region: 'IL',
  })
}

/**
 * Gives the client spoiled bodies. Rejects, with the body, at the first one that makes it throw, lose a call that has
 * an id, or depend on the previous body. Times are results, not conditions: machines are shared.
 */
export async function fuzzBodies(runs: number, seed: number): Promise<FuzzResult> {
  const bodies = sampleBodies()
  const answer = { text: '' }
  // One client for all: what it remembers from the previous body must not affect the next one.
  const client = clientOf(answer)
  const result = { runs: 0, reached: 0, calls: 0, slowestMs: 0, compared: 0, mostTimes: 0 }

  async function readOnce(asked: string | null): Promise<void> {
    const began = cpuMs()
    const attempt = await client.extensions(asked, NOBODY)
    const took = cpuMs() - began
    expectThat(KINDS.has(attempt.kind), attempt.kind)
    const listed = listedCalls(answer.text, asked)
    expectThat(!listed.isAnswer || attempt.kind === 'reached', 'a response that was not read')
    if (attempt.kind === 'reached') {
      result.reached += 1
      const keys = new Set(attempt.answer.flatMap(({ calls }) => calls.map(({ key }) => key)))
      expectThat(
        [...listed.calls].every((key) => keys.has(key)),
        'a call that was lost',
      )
      result.calls += listed.calls.size
    }
    result.runs += 1
    result.slowestMs = Math.max(result.slowestMs, took)
    if (took > LEAST_MS) await measure(asked, took)
    // Half of the samples aren't lists of extensions; the other readers get every fourth body.
    if (result.runs % 4 === 0) {
      expectThat(KINDS.has((await client.queues(null, NOBODY)).kind), 'queues')
      expectThat(KINDS.has((await client.mute({ ivrid: 'a' }, true, NOBODY)).kind), 'mute')
    }
    if (result.runs % 20 === 0) {
      const anew = await clientOf(answer).extensions(asked, NOBODY)
      expectThat(JSON.stringify(anew) === JSON.stringify(attempt), 'what came before')
    }
  }

  /** The fastest of some readings, each by a fresh client, next to the fastest of as many parsings. */
  async function measure(asked: string | null, first: number): Promise<void> {
    let [reading, parsing] = [first, Number.POSITIVE_INFINITY]
    for (let nth = 0; nth < MEASURE_AGAIN; nth++) {
      const began = cpuMs()
      await clientOf(answer).extensions(asked, NOBODY)
      reading = Math.min(reading, cpuMs() - began)
      if (reading <= LEAST_MS) return
    }
    for (let nth = 0; nth < MEASURE_AGAIN; nth++) parsing = Math.min(parsing, parseMs(answer.text))
    result.compared += 1
    result.mostTimes = Math.max(result.mostTimes, reading / parsing)
  }

  const property = fc.asyncProperty(
    fc.nat(bodies.length - 1),
    spoilings,
    fc.boolean(),
    async (nth, ways, all) => {
      answer.text = spoiled(bodies[nth] ?? '', ways)
      await readOnce(all ? null : WATCHED)
    },
  )
  for (let nth = 0; nth < WARM_UP; nth++) {
    answer.text = bodies[nth % bodies.length] ?? ''
    await clientOf(answer).extensions(null, NOBODY)
  }
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true })
  return result
}

/** Computing time of this thread so far, ms: other programs on a shared machine don't count. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

/**
 * How long JSON.parse takes, ms; if the text isn't JSON, until it gives up, or for all of it as one string, whichever is
 * longer. Repeated until the thread's clock, which is coarse, shows a difference.
 */
export function parseMs(text: string): number {
  if (isJson(text)) return repeatedMs(text)
  return Math.max(repeatedMs(text), repeatedMs(JSON.stringify(text)))
}

function repeatedMs(text: string): number {
  const began = cpuMs()
  for (let times = 1; ; times++) {
    isJson(text)
    const took = cpuMs() - began
    if (took > LEAST_MS) return took / times
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
