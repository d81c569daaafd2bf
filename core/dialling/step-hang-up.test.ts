import { describe, expect, it } from 'vitest'
import { knownCall } from '../testing/seen.ts'
import { stepHangUp, type HangUp, type HangUpInput } from './step-hang-up.ts'

const NOW = 1_790_000_000_000
const CALL = knownCall({ phase: 'talking', connected: true })
const ASKED: HangUpInput = { kind: 'asked', at: NOW, id: 1, extension: 'SIPSIP2', calls: [CALL.key] }

const answered = (outcome: Extract<HangUpInput, { kind: 'answered' }>['outcome']): HangUpInput => ({
  ...{ kind: 'answered', at: NOW + 1_000, id: 1, outcome },
})
const DONE = answered({
  ...{ kind: 'reached', answer: { kind: 'accepted', callId: null }, repairs: [] },
  ...{ sentAt: NOW, receivedAt: NOW + 1_000, serverDate: null },
})
const shows = (seconds: number, ...calls: readonly (typeof CALL)[]): HangUpInput => ({
  ...{ kind: 'snapshot', at: NOW + seconds * 1_000 + 100, askedAt: NOW + seconds * 1_000, calls },
})
const play = (...inputs: readonly HangUpInput[]): HangUp | null =>
  inputs.reduce<HangUp | null>((hangUp, input) => stepHangUp(hangUp, input), null)

describe('ending the calls of the extension', () => {
  it('is confirmed by a response that no longer shows the call', () => {
    expect(play(ASKED, DONE)?.stage).toBe('requested')
    expect(play(ASKED, DONE, shows(2))).toBeNull()
    expect(play(ASKED, DONE, shows(2, knownCall({ ivrid: 'later' })))).toBeNull()
  })

  it('isn’t confirmed by a response that was requested before', () => {
    expect(play(ASKED, shows(-1))).not.toBeNull()
  })

  it('is confirmed also after the clock was set back', () => {
    const HOUR_S = 3_600
    expect(play(ASKED, DONE, shows(2 - HOUR_S, CALL), shows(4 - HOUR_S))).toBeNull()
  })

  it('is unconfirmed after three responses that still show the call', () => {
    expect(play(ASKED, DONE, shows(2, CALL), shows(3, CALL))?.stage).toBe('requested')
    expect(play(ASKED, DONE, shows(2, CALL), shows(3, CALL), shows(4, CALL))?.stage).toBe('unconfirmed')
    expect(play(ASKED, DONE, shows(2, CALL), shows(3, CALL), shows(4, CALL), shows(5))).toBeNull()
  })

  it('is refused, or unknown if the response was lost, and is never requested twice at once', () => {
    expect(play(ASKED, answered({ kind: 'refused', why: 'address' }))?.stage).toBe('refused')
    expect(play(ASKED, answered({ kind: 'unreachable', why: 'timeout' }))?.stage).toBe('unknown')
    expect(play(ASKED, { ...ASKED, at: NOW + 50 })?.sentAt).toBe(NOW)
    expect(play(ASKED, answered({ kind: 'refused', why: 'address' }), { kind: 'closed' })).toBeNull()
  })
})
