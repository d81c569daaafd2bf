import { describe, expect, it } from 'vitest'
import type { LoggedFacts } from '../../core/call-log/logged-facts.ts'
import type { HistoryCall } from '../../core/history/history-call.ts'
import { en } from '../../core/words/en.ts'
import { aStoredCall, NOW } from '../testing/samples.ts'
import { callLogLines } from './call-log-lines.ts'
import { callLogMark } from './call-log-mark.ts'

const logged = (facts: Partial<LoggedFacts> = {}, call: Partial<HistoryCall> = {}): HistoryCall =>
  aStoredCall({ ...call, logged: { at: NOW, unseen: false, recordingUrl: null, queue: '', ...facts } })
const mark = (call: HistoryCall) => callLogMark(call, en)
const plain = (line: string) => line.replaceAll(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ')
const lines = (call: HistoryCall) => callLogLines(call, NOW, en).map(plain)

describe('a call that the call log filled in', () => {
  it('has no mark if the log says nothing else than what was seen', () => {
    expect([mark(aStoredCall()), mark(logged())]).toEqual(['', ''])
    expect([lines(aStoredCall()), lines(logged())]).toEqual([[], []])
  })

  it('says so if no poll saw it', () => {
    const call = logged({ unseen: true })
    expect(mark(call)).toBe('from the call log')
    expect(lines(call)).toEqual([
      expect.stringMatching(/^Ringside wasn’t watching; the call log added this call at \d\d:\d\d\.$/),
    ])
  })

  it('says so if its end was unknown', () => {
    expect(mark(logged({}, { endSeen: false }))).toBe('end from the call log')
    expect(mark(logged({ polled: { outcome: 'unknown' } }))).toBe('end from the call log')
    expect(lines(logged({}, { endSeen: false }))).toEqual([
      expect.stringMatching(/^Completed from the call log at \d\d:\d\d\.$/),
    ])
  })

  it('has both accounts where they differ', () => {
    const call = logged({ polled: { talkSeconds: 190, ringSeconds: 0 } })
    expect(mark(call)).toBe('corrected from the call log')
    expect(lines(call).slice(1)).toEqual([
      'The call log says: rang 8 s, talked 3 min 04 s.',
      'Ringside saw: rang 0 s, talked 3 min 10 s.',
    ])
  })

  it('has both accounts of who answered, and of whether anybody did', () => {
    const call = logged(
      { polled: { outcome: 'missed', answeredBy: '', talkSeconds: 0 } },
      { answeredBy: 'Yael Mor' },
    )
    expect(lines(call).slice(1)).toEqual([
      'The call log says: ended, answered by Yael Mor, talked 3 min 04 s.',
      'Ringside saw: missed, nobody talked.',
    ])
  })

  it('hides characters in a name that would turn the line', () => {
    const call = logged({ polled: { answeredBy: 'Yael\u202e Mor' } }, { answeredBy: 'Dana' })
    expect(lines(call)[2]).toBe('Ringside saw: answered by Yael Mor.')
  })

  it('says who answered even if nobody did by the other account', () => {
    const call = logged({ polled: { answeredBy: '' } }, { answeredBy: 'Dana' })
    expect(lines(call).slice(1)).toEqual([
      'The call log says: answered by Dana.',
      'Ringside saw: no colleague answered.',
    ])
  })
})
