import { describe, expect, it } from 'vitest'
import type { Call, CallEvent, Phone } from '../domain.ts'
import { updateCall } from '../session/update-call.ts'
import { initialBelief } from '../clock/api-clock.ts'
import { seenCall, somePhone } from '../testing/seen.ts'
import { addMissed, markSeen } from './missed-calls.ts'

const known = (phone: Phone, ivrid = 'a'): Call =>
  updateCall(undefined, seenCall({ phone, ivrid }), 1_000, initialBelief('UTC', 0))
const missed = (call: Call): CallEvent => ({
  type: 'ended',
  at: 2_000,
  call,
  outcome: 'missed',
  talkSeconds: 0,
})
const answered = (call: Call): CallEvent => ({ type: 'answered', at: 3_000, call, unseen: false })
const withheld: Phone = { kind: 'withheld', received: 'Anonymous' }

describe('addMissed', () => {
  it('puts the newest first, and returns the same list when nothing was missed', () => {
    const one = addMissed([], [missed(known(somePhone, 'a')), missed(known(somePhone, 'b'))])
    expect(one.map(({ ivrid }) => ivrid)).toEqual(['b', 'a'])
    expect(addMissed(one, [])).toBe(one)
  })

  it('no longer counts a caller as missed who was spoken to since', () => {
    const list = addMissed([], [missed(known(somePhone)), missed(known(withheld, 'w'))])
    const otherForm: Phone = { ...somePhone, received: '+972 72 277 6772' }
    expect(addMissed(list, [answered(known(otherForm, 'z'))]).map(({ seen }) => seen)).toEqual([false, true])
    expect(addMissed(list, [answered(known(withheld, 'z'))])).toBe(list)
  })

  it('ends a ring whose end wasn’t seen when it was last seen, and marks it', () => {
    const { startedAt } = known(somePhone)
    const end = (from: number) => {
      const [one] = addMissed([], [missed(known(somePhone))], { from })
      return [one?.endedAt, one?.endSeen]
    }
    expect(end(1_700)).toEqual([1_700, false])
    expect(end(0)).toEqual([startedAt, false])
    expect(addMissed([], [missed(known(somePhone))])[0]?.endSeen).toBeUndefined()
  })

  it('marks all as seen at once', () => {
    const seen = markSeen(addMissed([], [missed(known(somePhone))]))
    expect(seen.map((one) => one.seen)).toEqual([true])
    expect(markSeen(seen)).toBe(seen)
  })
})
