import { describe, expect, it } from 'vitest'
import type { KeptCall } from '../../../core/journal/kept-call.ts'
import { good, knownCall, START, step, viewedCall } from '../testing/sample-step.ts'
import type { Step } from '../step.ts'
import { journalComplete } from './journal-complete.ts'

const LATER = START + 5_000
const ringing = step(START, good(START, viewedCall('a')))
const talking = step(START, good(START, viewedCall('a', { word: 'Talking' })))
const over = step(LATER, good(LATER))
const overAfterRestart = step(LATER, good(LATER), { run: 2 })

function row(ivrid: string, change: Partial<KeptCall> = {}): KeptCall {
  const { key, extension, phone, name, did, direction } = knownCall(ivrid)
  return {
    ...{ key, extension, ivrid, phone, name, did, direction, place: 1, agent: '', startedAt: START },
    ...{ answeredAt: null, endedAt: LATER, endSeen: true, outcome: 'missed', talkSeconds: 0, holdSeconds: 0 },
    ...{
      ringSeconds: 5,
      unseenAnswer: false,
      muted: false,
      transferredFrom: null,
      recordingFile: '',
      note: '',
    },
    ...{ label: '', seen: false, parts: [] },
    ...change,
  }
}

const whats = (steps: readonly Step[], ...rows: readonly KeptCall[]) =>
  journalComplete(steps, rows).map(({ what }) => what)

describe('journal complete', () => {
  it('is content with each call once, as it was', () => {
    expect(whats([ringing, over], row('a'))).toEqual([])
    expect(whats([ringing], row('a', { endedAt: null, outcome: null }))).toEqual([])
    expect(whats([ringing, overAfterRestart], row('a', { endSeen: false, outcome: 'unknown' }))).toEqual([])
    expect(whats([talking, overAfterRestart], row('a', { endSeen: false, outcome: 'completed' }))).toEqual([])
  })

  it('finds the call that is lost, doubled, or made up', () => {
    expect(whats([ringing, over])).toEqual(['a is not kept'])
    expect(whats([ringing, over], row('a'), row('a'))).toEqual(['a is kept 2 times'])
    expect(whats([over], row('a'))).toEqual(['a is kept, and no answer showed it'])
  })

  it('finds a wrong outcome', () => {
    expect(whats([ringing, over], row('a', { outcome: 'completed' }))).toEqual([
      'a is kept as completed, and was missed',
    ])
    expect(whats([talking, over], row('a'))).toEqual(['a is kept as missed, and was completed'])
  })

  it('finds an end that is told as seen and was not, or has not come', () => {
    expect(whats([talking, overAfterRestart], row('a', { outcome: 'completed' }))).toEqual([
      'a is kept as seen to end, and was not',
    ])
    expect(whats([ringing], row('a', { outcome: null }))).toEqual(['a is kept as over, and lives'])
  })
})
