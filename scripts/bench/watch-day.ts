/**
 * A day of `npm run watch` with a call every half minute, in virtual time; run with `--expose-gc`. Prints a line after
 * each hour: the number of calls, and the bytes of memory in use.
 */
import { createSession } from '../../core/session/session.ts'
import { resolveSettings } from '../../core/settings/resolve-settings.ts'
import { createClient } from '../../core/telephony/client.ts'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { createWatchLines } from '../watch-lines.ts'

const START = Date.UTC(2026, 0, 15, 7, 0, 0)
const HOUR_MS = 3_600_000
const HOURS = 24
const CALL_MS = 30_000 // from one call's start to the next one's
const RING_MS = 10_000
const GONE_MS = 22_000
const EXTENSION = 'SIPSIP2'

/** What the API returns at `now`: each call has its own caller, id, recording and data. */
function bodyAt(now: number): string {
  const number = Math.floor((now - START) / CALL_MS)
  const began = START + number * CALL_MS
  const call = now - began < GONE_MS ? [callOf(number, began, now - began >= RING_MS)] : []
  const extension = { name: 'User 2', representative: 'User 2', username: EXTENSION, userID: 2 }
  return JSON.stringify({
    ...{ ERR: 0, DESC: 'OK' },
    EXTENSIONS: [{ ...extension, onlineUserID: 2, onlineUserStatus: 1, calls: call }],
  })
}

function callOf(number: number, began: number, talks: boolean) {
  const started = began / 1000
  return {
    ...{ callStarted: started, callAnswered: talks ? started + RING_MS / 1000 : 0, answered: talks ? 1 : 0 },
    ...{ callername: 'Sales line', callstatus: talks ? 'Talking' : 'Ringing', direction: 'Incoming' },
    ...{ callerphone: `05${20_000_000 + number}`, did: '0722776700', ivrid: `20260115${number}` },
    customdata: { OrderID: String(number) },
    recording: { Filename: `recording-${number}.mp3`, IsMuted: 0 },
  }
}

/**
 * Bytes in use when nothing more can be collected: what waits for a turn of the event loop needs more than one attempt.
 */
async function usedBytes(): Promise<number> {
  for (let go = 0; go < 3; go++) {
    globalThis.gc?.()
    await new Promise((resolve) => void setImmediate(resolve))
  }
  return process.memoryUsage().heapUsed
}

const clock = virtualClock(START)
const { settings } = resolveSettings(
  {},
  { baseUrl: 'https://monitor.example/comet/API', extension: EXTENSION, zone: 'UTC' },
)
const respond = (): Promise<Response> => {
  const headers = { date: new Date(clock.now()).toUTCString() }
  return Promise.resolve(new Response(bodyAt(clock.now()), { headers }))
}
const session = createSession({
  client: createClient({
    ...{ fetch: respond, now: clock.now, after: clock.after },
    ...settings,
    code: 'invented-code',
  }),
  clock,
  random: Math.random,
  log: () => undefined,
  extension: EXTENSION,
  pollSeconds: settings.pollSeconds,
  zone: settings.zone,
})
let ended = 0
const lines = createWatchLines({
  now: clock.now,
  out: (line) => void (ended += line.startsWith('{"type":"ended"') ? 1 : 0),
  say: () => undefined,
  words: wordsFor('en', []),
  extension: EXTENSION,
})
session.subscribe(lines.tell)
session.start()
for (let hour = 0; hour < HOURS; hour++) {
  await clock.advance(HOUR_MS)
  process.stdout.write(`${ended} ${await usedBytes()}\n`)
}
session.stop()
