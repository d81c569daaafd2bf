import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClient } from '../../core/telephony/client.ts'
import { sampleBodies } from './sample-bodies.ts'
import { spoiled, spoilings } from './spoil.ts'
import { toldCalls } from './told-calls.ts'

const RUNS = 100_000
const WATCHED = 'SIPSIP2'
const CODE = 'fuzz-code-3f'
const NOBODY = new AbortController().signal
const KINDS = ['reached', 'refused', 'faulty', 'malformed']

/** A client whose every question is answered with `answer.text`. */
function clientOf(answer: { text: string }) {
  return createClient({
    fetch: () => Promise.resolve(new Response(answer.text)),
    now: () => 1_768_456_800_000,
    after: () => () => undefined,
    baseUrl: 'https://fuzz.invalid/API',
    muteUrl: 'https://fuzz.invalid/mute',
    code: CODE,
    region: 'IL',
  })
}

describe('the client', () => {
  it(`takes ${RUNS.toLocaleString('en')} spoiled bodies without a throw, and keeps every call that has an id`, async () => {
    const bodies = sampleBodies()
    const answer = { text: '' }
    // One client for all: what it remembers of the last body must not tell in the next one.
    const client = clientOf(answer)
    let [reached, kept, runs] = [0, 0, 0]
    const property = fc.asyncProperty(
      fc.nat(bodies.length - 1),
      spoilings,
      fc.boolean(),
      async (nth, ways, all) => {
        answer.text = spoiled(bodies[nth]!, ways)
        const asked = all ? null : WATCHED
        const attempt = await client.extensions(asked, NOBODY)
        expect(KINDS).toContain(attempt.kind)
        const told = toldCalls(answer.text, asked)
        if (told.isAnswer) expect(attempt.kind).toBe('reached')
        if (attempt.kind === 'reached') {
          reached += 1
          const keys = new Set(attempt.answer.flatMap(({ calls }) => calls.map(({ key }) => key)))
          for (const key of told.calls) expect(keys).toContain(key)
          kept += told.calls.size
        }
        runs += 1
        // Half of the samples are no lists of extensions; the other readers have their turn with every fourth body.
        if (runs % 4 === 0) {
          expect(KINDS).toContain((await client.queues(null, NOBODY)).kind)
          expect(KINDS).toContain((await client.mute({ ivrid: 'a' }, true, NOBODY)).kind)
        }
        if (runs % 20 === 0) expect(await clientOf(answer).extensions(asked, NOBODY)).toEqual(attempt)
      },
    )
    await fc.assert(property, { numRuns: RUNS, seed: 20261122, endOnFailure: false })
    // Spoiled too much, nothing would be left to get wrong.
    expect(reached).toBeGreaterThan(RUNS / 5)
    expect(kept).toBeGreaterThan(RUNS / 5)
  })
})
