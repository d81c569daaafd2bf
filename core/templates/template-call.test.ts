import { describe, expect, it } from 'vitest'
import { createWatcher } from '../history/testing/watcher.ts'
import { seenCall } from '../testing/seen.ts'
import { templateCall } from './template-call.ts'

const NOW = 1_790_000_000_000
const secondsAgo = (seconds: number): number => NOW / 1_000 - seconds

describe('the duration of a talking call', () => {
  // From reports of talk times that include the wait in the queue.
  it('starts at the answer, not with the wait in the queue or the ring', () => {
    const watcher = createWatcher()
    watcher.see([], NOW - 20_000)
    const ringing = seenCall({ startedApiSeconds: secondsAgo(103) })
    watcher.see([ringing], NOW - 8_000)
    const answered = { phase: 'talking', answered: true, answeredApiSeconds: secondsAgo(3) } as const
    const { state } = watcher.see([{ ...ringing, ...answered }], NOW)
    expect(state.calls.map((call) => templateCall(call, '', NOW).durationSeconds)).toEqual([3])
  })

  // From reports of calls not shown, or counted from now, because they started before the program.
  it('starts at the answer of a call that was already talking at startup, even hours ago', () => {
    const talking = seenCall({
      phase: 'talking',
      answered: true,
      startedApiSeconds: secondsAgo(7_503),
      answeredApiSeconds: secondsAgo(7_400),
    })
    const { state } = createWatcher().see([talking], NOW)
    expect(state.calls.map((call) => templateCall(call, '', NOW).durationSeconds)).toEqual([7_400])
  })
})
