import { performance } from 'node:perf_hooks'
import { dequal } from 'dequal'
import * as v from 'valibot'
import { diffTeam } from '../../core/team/diff-team.ts'
import { NO_TEAM, reduceTeam } from '../../core/team/reduce-team.ts'
import { initialBelief } from '../../core/telephony/api-clock.ts'
import { createBendLog } from '../../core/telephony/bend-log.ts'
import { phoneMemory } from '../../core/telephony/phone-memory.ts'
import { createWideReader } from '../../core/telephony/wide-reader.ts'
import { percentile, type Figure } from './figure.ts'

const EXTENSIONS = 5_000
const CHANGED = EXTENSIONS / 100
const ROUNDS = 60
const AT = Date.UTC(2026, 0, 15, 8, 0, 0)

/**
 * From a wide answer's text to the rows that changed, against JSON.parse alone and against parsing, checking every field
 * by a schema and comparing deeply; medians of rounds that alternate. The text is new in each round, as from a network.
 */
export function benchWideAnswer(): Promise<readonly Figure[]> {
  const times = { parse: [] as number[], ours: [] as number[], same: [] as number[], peer: [] as number[] }
  const ours = teamReader()
  const peer = schemaReader()
  for (let round = 0; round < ROUNDS; round++) {
    const body = wideBody(round)
    times.parse.push(took(() => void JSON.parse(body)))
    times.ours.push(took(() => void ours(body)))
    const again = wideBody(round)
    times.same.push(took(() => void ours(again)))
    times.peer.push(took(() => void peer(body)))
  }
  const half = (values: readonly number[]): number => percentile(values.slice(10), 0.5)
  const parse = half(times.parse)
  const ratio = (name: string, value: number, limit: number | null): Figure => ({
    name: `${name}, times JSON.parse`,
    value: value / parse,
    unit: '×',
    digits: 2,
    limit,
  })
  return Promise.resolve([
    { name: `JSON.parse of ${EXTENSIONS} extensions`, value: parse, unit: 'ms', digits: 2, limit: null },
    ratio('schema + deep equal', half(times.peer), null),
    ratio('wide answer to changed rows, 1 % changed', half(times.ours), 1.25),
    ratio('wide answer to changed rows, the same body', half(times.same), 0.1),
  ])
}

function teamReader(): (text: string) => number {
  const read = createWideReader(createBendLog(), phoneMemory('IL'))
  const belief = initialBelief('Asia/Jerusalem', AT)
  let team = NO_TEAM
  return (text) => {
    const reading = read(text)
    const before = team.state
    if (reading.kind === 'answer') team = reduceTeam(team, reading.answer, { at: AT, belief, masked: false })
    return diffTeam(before, team.state).changed.length
  }
}

function schemaReader(): (text: string) => boolean {
  const call = v.object({
    callStarted: v.number(),
    callAnswered: v.number(),
    answered: v.number(),
    callername: v.string(),
    callerphone: v.string(),
    callstatus: v.string(),
    customdata: v.record(v.string(), v.unknown()),
    direction: v.string(),
    ivrid: v.string(),
    recording: v.object({ Filename: v.string(), IsMuted: v.number() }),
    did: v.string(),
  })
  const extension = v.object({
    name: v.string(),
    representative: v.string(),
    username: v.string(),
    extensionID: v.number(),
    userID: v.number(),
    onlineUserID: v.number(),
    onlineUserStatus: v.number(),
    calls: v.array(call),
  })
  const schema = v.object({ ERR: v.number(), DESC: v.string(), EXTENSIONS: v.array(extension) })
  let last: unknown = null
  return (text) => {
    const now = v.parse(schema, JSON.parse(text))
    const same = dequal(last, now)
    last = now
    return same
  }
}

function took(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Each round, one extension in a hundred goes from one phase of its call to another. */
function wideBody(round: number): string {
  const extensions = Array.from({ length: EXTENSIONS }, (_, index) => {
    const turns = Math.floor((round * CHANGED + EXTENSIONS - 1 - index) / EXTENSIONS)
    return {
      name: `עובד ${index}`,
      representative: `User ${index}`,
      username: `SIPSIP${index}`,
      extensionID: 97_483_478 + index,
      userID: 46_454_322 + index,
      onlineUserID: 46_454_322 + index,
      onlineUserStatus: 1,
      calls: index % 2 === 0 ? [busyCall(index, turns)] : turns % 2 === 0 ? [] : [busyCall(index, turns)],
    }
  })
  return JSON.stringify({ ERR: 0, DESC: 'OK', EXTENSIONS: extensions })
}

const busyCall = (index: number, turns: number): object => ({
  callStarted: 1_768_471_200 + turns,
  callAnswered: 1_768_471_208 + turns,
  answered: 1,
  callername: 'מכירות',
  callerphone: `05${String(10_000_000 + index)}`,
  callstatus: turns % 2 === 0 ? 'Talking' : 'Hold',
  customdata: {},
  direction: 'Incoming',
  ivrid: `20260115${index}`,
  recording: { Filename: `20260115${index}-aws.mp3`, IsMuted: 0 },
  did: '039001234',
})
