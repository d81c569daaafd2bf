import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { REQUEST_CHANNELS, REQUESTS } from '../../../core/ipc/channels.ts'
import { declareChecks } from '../declare-checks.ts'
import { hostileArguments } from './hostile-arguments.ts'
import { openProgramRig, POPUP, WINDOW } from './program-rig.ts'
import { wellFormed } from './well-formed.ts'

const MESSAGES = 10_000 // to each channel
const BATCH = 500 // so that not all of them are in memory at once
const SEED = 20_260_115

const SCHEMAS = new Map(REQUEST_CHANNELS.map((channel) => [channel, wellFormed(channel)]))

/** What the log may say about invalid messages: nothing of the message itself. */
const PLAIN_REFUSAL = /^request [a-z-]+:[a-z-]+ refused: not its arguments$/

const OTHERS = { window: [POPUP], popup: [WINDOW], both: [] }

describe('every channel of the window', () => {
  declareChecks('fuzz', {
    17: () => {
      const rig = openProgramRig()
      const before = rig.digest()
      const strangers = [
        null,
        'https://evil.example/',
        'file:///app/index.html',
        'ringside://evil/index.html',
        'ringside://app.evil/index.html',
        'ringside:app/index.html',
        'http://app/index.html',
        'about:blank',
        '',
      ]
      for (const channel of rig.channels) {
        for (const from of [...strangers, ...OTHERS[REQUESTS[channel].by]]) {
          expect(() => rig.ask(from, channel, []), `${channel} from ${from}`).toThrow('not from the window')
          expect(rig.reached()).toBeNull()
        }
      }
      expect(rig.effects).toEqual([])
      expect(rig.digest()).toEqual(before)
    },
    22: async () => {
      const rig = openProgramRig()
      const refused = new Map(rig.channels.map((channel) => [channel, 0]))
      const done = new Map(rig.channels.map((channel) => [channel, 0]))
      for (let batch = 0; batch < MESSAGES / BATCH; batch += 1) {
        for (const args of fc.sample(hostileArguments, { numRuns: BATCH, seed: SEED + batch })) {
          await sendToAll(rig, args, (channel, isDone) => {
            const count = isDone ? done : refused
            count.set(channel, (count.get(channel) ?? 0) + 1)
          })
          rig.forgetLog()
        }
      }
      // Both kinds were tried: each channel received invalid messages and valid ones.
      for (const channel of rig.channels) {
        expect(refused.get(channel), channel).toBeGreaterThan(MESSAGES / 2)
        expect(done.get(channel), channel).toBeGreaterThan(0)
      }
      expect(Object.prototype).not.toHaveProperty('polluted')
    },
  })
})

type Rig = ReturnType<typeof openProgramRig>

/** One message to each channel: refused without any effect, or accepted as valid, and it never throws anything else. */
async function sendToAll(
  rig: Rig,
  args: readonly unknown[],
  count: (channel: Rig['channels'][number], isDone: boolean) => void,
): Promise<void> {
  let before = rig.digest()
  for (const channel of rig.channels) {
    const effects = rig.effects.length
    const { answer, thrown } = tried(() =>
      rig.ask(REQUESTS[channel].by === 'popup' ? POPUP : WINDOW, channel, args),
    )
    const reached = rig.reached()
    count(channel, reached !== null)
    if (reached === null) {
      if (rig.effects.length !== effects) throw new Error(`${channel} did something with nonsense`)
      const isPlain = thrown instanceof Error && thrown.message === `${channel}: not its arguments`
      if (thrown !== null && !isPlain) throw new Error(`${channel} threw`, { cause: thrown })
    } else {
      // What has been refused so far must not have changed anything.
      if (!isDeepStrictEqual(reached.digest, before))
        throw new Error(`nonsense before ${channel} did something`)
      const verdict = SCHEMAS.get(channel)?.safeParse(reached.args)
      if (verdict?.success !== true) throw new Error(`${channel} was reached with ${verdict?.error.message}`)
      if (thrown !== null) throw new Error(`${channel} threw`, { cause: thrown })
      await answer // a rejection fails the test
      before = rig.digest()
    }
  }
  expect(isDeepStrictEqual(rig.digest(), before), 'nonsense to the last channels').toBe(true)
  expect(rig.logged.filter((line) => !PLAIN_REFUSAL.test(line))).toEqual([])
}

function tried(run: () => unknown): { readonly answer: unknown; readonly thrown: unknown } {
  try {
    return { answer: run(), thrown: null }
  } catch (thrown) {
    return { answer: undefined, thrown }
  }
}
