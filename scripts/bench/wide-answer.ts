import { filledIn } from '../../core/session/fill-in.ts'
import { dequal } from 'dequal'
import { z } from 'zod'
import { diffTeam } from '../../core/team/diff-team.ts'
import { NO_TEAM, reduceTeam } from '../../core/team/reduce-team.ts'
import { initialBelief } from '../../core/clock/api-clock.ts'
import { createRepairLog } from '../../core/telephony/repair-log.ts'
import { phoneMemory } from '../../core/telephony/phone-memory.ts'
import { createIncrementalReader } from '../../core/telephony/incremental-reader.ts'
import { figure, percentile, taken, type Figure } from './figure.ts'
import { WIDE_EXTENSIONS, wideBody } from './wide-body.ts'

const ROUNDS = 60
const AT = Date.UTC(2026, 0, 15, 8, 0, 0)

/**
 * From a wide response's text to the rows that changed, compared with JSON.parse alone and with parsing, checking every
 * field by a schema and comparing deeply; medians of alternating rounds. The text is new in each round, as from a
 * network.
 */
export function benchWideAnswer(): Promise<readonly Figure[]> {
  const times = { parse: [] as number[], ours: [] as number[], same: [] as number[], peer: [] as number[] }
  const ours = teamReader()
  const peer = schemaReader()
  for (let round = 0; round < ROUNDS; round++) {
    const body = wideBody(round)
    times.parse.push(taken(() => void JSON.parse(body)))
    times.ours.push(taken(() => void ours(body)))
    const again = wideBody(round)
    times.same.push(taken(() => void ours(again)))
    times.peer.push(taken(() => void peer(body)))
  }
  const half = (values: readonly number[]): number => percentile(values.slice(10), 0.5)
  const parse = half(times.parse)
  const wide = 'wide response to changed rows'
  const ratio = (name: string, value: number): Figure =>
    figure(`${name}, relative to JSON.parse`, value / parse, { unit: '×', digits: 2 })
  return Promise.resolve([
    figure(`JSON.parse of ${WIDE_EXTENSIONS} extensions`, parse, { unit: 'ms', digits: 2 }),
    ratio('zod parse + deep equal', half(times.peer)),
    { ...ratio(`${wide}, 1 % changed`, half(times.ours)), limit: 1.25 },
    { ...ratio(`${wide}, the same body`, half(times.same)), limit: 0.1 },
  ])
}

function teamReader(): (text: string) => number {
  const read = createIncrementalReader(
    createRepairLog(),
    phoneMemory('IL', () => 0),
  )
  const belief = initialBelief('Asia/Jerusalem', AT)
  let team = NO_TEAM
  return (text) => {
    const reading = read(text)
    const before = team.state
    if (reading.kind === 'answer') {
      const seen = filledIn(reading.answer, team, null)
      team = reduceTeam(team, seen, { at: AT, belief, masked: false })
    }
    return diffTeam(before, team.state).changed.length
  }
}

function schemaReader(): (text: string) => boolean {
  const call = z.object({
    callStarted: z.number(),
    callAnswered: z.number(),
    answered: z.number(),
    callername: z.string(),
    callerphone: z.string(),
    callstatus: z.string(),
    customdata: z.record(z.string(), z.unknown()),
    direction: z.string(),
    ivrid: z.string(),
    recording: z.object({ Filename: z.string(), IsMuted: z.number() }),
    did: z.string(),
  })
  const extension = z.object({
    name: z.string(),
    representative: z.string(),
    username: z.string(),
    extensionID: z.number(),
    userID: z.number(),
    onlineUserID: z.number(),
    onlineUserStatus: z.number(),
    calls: z.array(call),
  })
  const schema = z.object({ ERR: z.number(), DESC: z.string(), EXTENSIONS: z.array(extension) })
  let last: unknown = null
  return (text) => {
    const now = schema.parse(JSON.parse(text))
    const same = dequal(last, now)
    last = now
    return same
  }
}
