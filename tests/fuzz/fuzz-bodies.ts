import fc from 'fast-check'
import { createClient } from '../../core/telephony/client.ts'
import { sampleBodies } from './sample-bodies.ts'
import { spoiled, spoilings } from './spoil.ts'
import { listedCalls } from './listed-calls.ts'

const WATCHED = 'SIPSIP2'
const NOBODY = new AbortController().signal
const KINDS = new Set(['reached', 'refused', 'faulty', 'malformed'])
/** Readings are compared with JSON.parse once they take longer, ms: below it the clock of a thread says little. */
const LEAST_MS = 1
const MEASURE_AGAIN = 5
/** A parsing that takes no longer than the shortest reading, divided by this, is too short to compare with. */
const MEASURED_TIMES = 20

export interface FuzzResult {
  readonly runs: number
  /** Bodies that were read as a response. */
  readonly reached: number
  /** Calls that were found in them. */
  readonly calls: number
  /** The longest reading of a body, ms. */
  readonly slowestMs: number
  /** Of the readings that took long enough to say, the most times that JSON.parse took for the same body. */
  readonly mostTimes: number
}

/** A client whose every request gets `answer.text`. */
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
 * Gives the client spoiled bodies. Rejects, with the body, at the first that makes it throw, lose a call that has an id
 * or depend on what came before. Times are results, not conditions: machines are shared.
 */
export async function fuzzBodies(runs: number, seed: number): Promise<FuzzResult> {
  const bodies = sampleBodies()
  const answer = { text: '' }
  // One client for all: what it remembers of the last body must not tell in the next one.
  const client = clientOf(answer)
  const result = { runs: 0, reached: 0, calls: 0, slowestMs: 0, mostTimes: 0 }

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
    // Half of the samples are no lists of extensions; the other readers have their turn with every fourth body.
    if (result.runs % 4 === 0) {
      expectThat(KINDS.has((await client.queues(null, NOBODY)).kind), 'queues')
      expectThat(KINDS.has((await client.mute({ ivrid: 'a' }, true, NOBODY)).kind), 'mute')
    }
    if (result.runs % 20 === 0) {
      const anew = await clientOf(answer).extensions(asked, NOBODY)
      expectThat(JSON.stringify(anew) === JSON.stringify(attempt), 'what came before')
    }
  }

  /** The best of some readings, each by a client that knows nothing yet, beside the best of as many parsings. */
  async function measure(asked: string | null, first: number): Promise<void> {
    let [reading, parsing] = [first, Number.POSITIVE_INFINITY]
    for (let nth = 0; nth < MEASURE_AGAIN; nth++) {
      parsing = Math.min(parsing, parseMs(answer.text))
      const began = cpuMs()
      await clientOf(answer).extensions(asked, NOBODY)
      reading = Math.min(reading, cpuMs() - began)
    }
    if (reading <= LEAST_MS) return
    result.mostTimes = Math.max(result.mostTimes, reading / Math.max(parsing, LEAST_MS / MEASURED_TIMES))
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
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true })
  return result
}

/** What this thread has computed so far, ms: other programs of a shared machine don't count. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

/** How long JSON.parse takes, ms; for what is no JSON, for the whole of it as one text: it gives up at the first error. */
export function parseMs(text: string): number {
  const began = cpuMs()
  try {
    JSON.parse(text)
    return cpuMs() - began
  } catch {
    const whole = JSON.stringify(text)
    const again = cpuMs()
    JSON.parse(whole)
    return cpuMs() - again
  }
}
