import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Phase } from '../domain.ts'
import { seenCall } from '../testing/seen.ts'
import type { HistoryCall } from './history-call.ts'
import { openJournal } from './open-journal.ts'
import { inMemory } from './testing/in-memory.ts'
import { storyModel, type Shown, type Step } from './testing/story-model.ts'
import { temporaryFile } from './testing/temporary-file.ts'
import { createWatcher } from './testing/watcher.ts'

const START = 1_790_000_000_000
const GAP_MS = 5_000
const timeOf = (index: number): number => START + index * GAP_MS

const shown: fc.Arbitrary<Shown> = fc.record({
  ivrid: fc.constantFrom('a', 'b', 'c'),
  phase: fc.constantFrom<Phase>('ringing', 'dialing', 'talking', 'held', 'other'),
  answered: fc.boolean(),
  muted: fc.boolean(),
})
const answer = fc
  .uniqueArray(shown, { selector: ({ ivrid }) => ivrid, maxLength: 3 })
  .map((calls): Step => ({ kind: 'answer', calls }))
const story = fc.array(
  fc.oneof({ weight: 6, arbitrary: answer }, { weight: 1, arbitrary: fc.constant<Step>({ kind: 'crash' }) }),
  { minLength: 1, maxLength: 20 },
)

const seen = ({ ivrid, phase, answered, muted }: Shown) =>
  seenCall({ ivrid, phase, answered, recording: { state: muted ? 'muted' : 'recorded', fileName: '' } })

/** Plays a story, with the file closed and reopened at each crash. */
function live(steps: readonly Step[], path: string): readonly HistoryCall[] {
  let time = START
  const open = () => openJournal({ path, now: () => time, log: (line) => expect.fail(line) }).journal
  let journal = open()
  let watcher = createWatcher()
  for (const [index, step] of steps.entries()) {
    time = timeOf(index)
    if (step.kind === 'crash') {
      journal.close()
      journal = open()
      watcher = createWatcher()
    } else {
      journal.record(watcher.see(step.calls.map(seen), time), time)
    }
  }
  const { calls } = journal.history({ filter: 'all', limit: 100 })
  journal.close()
  return calls
}

const summary = ({ parts, endedAt, endSeen }: HistoryCall) => ({
  parts: parts.map(({ kind, from, to }) => `${kind} ${from}-${to ?? ''}`).sort(),
  ended: endedAt,
  endSeen,
})

describe('any story, with crashes at any point', () => {
  it('is stored as an independent model predicts: no call duplicated, none lost, each span in its position', () => {
    const { path, remove } = temporaryFile()
    let run = 0
    try {
      fc.assert(
        fc.property(story, (steps) => {
          const calls = live(steps, `${path}-${run++}`)
          const stored = Object.fromEntries(calls.map((call) => [call.ivrid, summary(call)]))
          expect(calls).toHaveLength(Object.keys(stored).length)
          expect(stored).toEqual(Object.fromEntries(storyModel(steps, timeOf)))
        }),
        { numRuns: 150 },
      )
    } finally {
      remove()
    }
  })
})

const stamped = fc
  .record({
    rings: fc.integer({ min: 1, max: 40 }),
    talks: fc.integer({ min: 1, max: 400 }),
    offset: fc.integer({ min: 0, max: 4_999 }),
  })
  .map(({ rings, talks, offset }) => ({
    rang: START + offset,
    answered: START + offset + rings * 1_000,
    ended: START + offset + (rings + talks) * 1_000,
  }))

describe('durations', () => {
  it('are accurate to within one poll gap and a second', () => {
    fc.assert(
      fc.property(stamped, ({ rang, answered, ended }) => {
        const { journal } = openJournal({
          ...inMemory,
          now: () => START,
          log: (line) => expect.fail(line),
        })
        const watcher = createWatcher()
        for (let at = START; at < ended + 2 * GAP_MS; at += GAP_MS) {
          const there = at >= rang && at < ended
          const talking = at >= answered
          const call = seenCall({
            phase: talking ? 'talking' : 'ringing',
            answered: talking,
            startedApiSeconds: Math.floor(rang / 1000),
            answeredApiSeconds: talking ? Math.floor(answered / 1000) : 0,
          })
          journal.record(watcher.see(there ? [call] : [], at), at)
        }
        const [call] = journal.history({ filter: 'all', limit: 1 }).calls
        if (call === undefined) return // it started and ended between two polls
        const slack = GAP_MS / 1000 + 1
        expect(Math.abs(call.talkSeconds - (ended - answered) / 1000)).toBeLessThanOrEqual(slack)
        if (!call.unseenAnswer)
          expect(Math.abs(call.ringSeconds - (answered - rang) / 1000)).toBeLessThanOrEqual(slack)
      }),
      { numRuns: 200 },
    )
  })
})
