import { expect, it } from 'vitest'
import { readCallLog } from '../../../core/call-log/read-call-log.ts'
import { readPhone } from '../../../core/phone.ts'
import { createCallLogApi } from '../../../simulator/api/call-log-answer.ts'
import type { CallLogQuirk } from '../../../simulator/api/call-log-quirks.ts'
import type { CallRecord } from '../../../simulator/world/call-log.ts'
import { createWorld } from '../../../simulator/world/world.ts'
import { worldCalls, type WorldCall } from './world-calls.ts'

const START = Date.UTC(2026, 6, 15, 6)
const HOURS = 8
const END = START + HOURS * 3_600_000
const CODE = 'code'

/** A busy day, over for an hour; calls placed over the API too. */
function busyDay() {
  const world = createWorld({ seed: 7, scenario: 'busy-shift', startAt: START, zone: 'Asia/Jerusalem' })
  for (let at = START; at < END; at += 600_000) {
    world.advanceTo(at)
    world.clickToCall.show({ direction: 'Click2Call', word: 'Ringing', sameId: (at / 600_000) % 2 === 0 })
    world.clickToCall.place('SIPSIP2', `97250${1_000_000 + (at % 1_000_000)}`)
  }
  world.advanceTo(END)
  world.setQuiet(true)
  for (const { ivrid } of [...world.calls()]) world.hand.hangUp({ ivrid })
  world.advanceTo(END + 3_600_000)
  return world
}

const AGAIN_MS = 10_000

const utc = (at: number): string => new Date(at).toISOString().slice(0, 19)

const READ_AS_THEY_WERE: readonly (CallLogQuirk | null)[] = [
  ...[null, 'log-ring-group', 'log-unfiltered', 'log-no-ids', 'log-case', 'log-text', 'log-zone'],
  ...(['log-tomorrow', 'log-twice', 'log-unknown'] as const),
] as const

it.each(READ_AS_THEY_WERE)('a simulated day’s log is read as it was: %s', (quirk) => {
  const world = busyDay()
  const callLog = createCallLogApi(world, CODE)
  const search = { fromdate: utc(START), todate: utc(END), extensions: ['SIPSIP2'] }
  const body = JSON.stringify(callLog({ code: CODE, search }, quirk))
  const { CDR_LIST: list } = JSON.parse(body) as { CDR_LIST: readonly (Record<string, string> | null)[] }
  const question = {
    extension: 'SIPSIP2',
    span: { from: START, to: END },
    now: world.now(),
    ...{ errorMs: 0, offsetMinutes: 180, known: () => null },
  }
  const reading = readCallLog(body, question, (received) => readPhone(received, 'IL'))
  if (reading.kind !== 'answer') throw new Error(JSON.stringify(reading))
  const { calls, covered } = reading.answer
  const records = world.callLog.records(Infinity).filter(({ extension }) => extension === 'SIPSIP2')
  // Without ids, nobody knows that a call rings again, unless it does at once.
  const firstRing = ({ ivrid, startedAt }: CallRecord): number => {
    const before = records.findLast((one) => one.ivrid === ivrid && one.startedAt < startedAt)
    return before !== undefined && startedAt - before.endedAt <= AGAIN_MS ? firstRing(before) : startedAt
  }
  const rings = records.map((one) =>
    one.clicked ? one : { ...one, ivrid: `${one.ivrid}@${firstRing(one)}` },
  )
  const whole = worldCalls(quirk === 'log-no-ids' ? rings : records)
  // Unless polls saw it ring here, nobody knows it from the record of a colleague's extension.
  const named = new Set(
    list
      .filter((row) => [row?.Targetextension, row?.CallerExtension].includes('SIPSIP2'))
      .map((row) => row?.CallID ?? ''),
  )
  const truth =
    quirk === 'log-ring-group' ? whole.filter(({ ids }) => ids.some((id) => named.has(id))) : whole
  // One record for all extensions has the time when the first of them rang.
  const startOf = (at: number): string => (quirk === 'log-ring-group' ? '' : utc(at))
  expect(truth.length).toBeGreaterThan(100)
  expect(covered).toEqual({ from: START, to: END })
  const facts = truth.map((call) => `${startOf(call.startedAt)} ${call.phone} ${outcomeOf(call)}`)
  const read = calls.map((call) => {
    const isIncoming = call.direction === 'incoming'
    return `${startOf(call.startedAt)} ${call.phone.received} ${outcomeOf({ ...call, isIncoming })}`
  })
  expect(read.toSorted()).toEqual(facts.toSorted())
  const talked = (list: readonly { readonly talkSeconds: number | null }[]): number =>
    list.reduce((sum, { talkSeconds }) => sum + (talkSeconds ?? 0), 0)
  const longer = quirk === 'log-twice' ? 17 * truth.filter(({ talkSeconds }) => talkSeconds > 0).length : 0
  expect(Math.abs(talked(calls) - talked(truth) - longer)).toBeLessThan(truth.length / 2)
})

type Facts = Pick<WorldCall, 'isIncoming' | 'outcome' | 'answeredBy'>
const outcomeOf = ({ isIncoming, outcome, answeredBy }: Facts): string =>
  `${isIncoming ? 'incoming' : 'outgoing'} ${outcome ?? ''} ${answeredBy}`
