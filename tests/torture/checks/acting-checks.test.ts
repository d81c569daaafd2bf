import { describe, expect, it } from 'vitest'
import type { RecordingView } from '../../../core/recording-guard/guard-view.ts'
import type { Left } from '../outside.ts'
import { keptRow } from '../testing/kept-row.ts'
import { good, knownCall, livedStep, START, step, viewedCall } from '../testing/sample-step.ts'
import { atMostOnce } from './at-most-once.ts'
import { confirmedBySnapshot } from './confirmed-by-snapshot.ts'
import { mutedSpansApart } from './muted-spans-apart.ts'

const whats = (found: readonly { readonly what: string }[]) => found.map(({ what }) => what)
const call = 'SIPSIP2/a'

describe('at most once', () => {
  const page: Left = { at: START, run: 1, what: 'page', name: 'ringing', call }
  const event: Left = { ...page, what: 'event' }
  const told = { events: [{ type: 'ringing' as const, at: START, call: knownCall('a') }] }

  it('is content with one page and one event for each call', () => {
    expect(atMostOnce([page, event, { ...page, call: 'SIPSIP2/b' }, { ...page, name: 'ended' }], [])).toEqual(
      [],
    )
  })

  it('finds the page that opens again in a later run, and the event that is taken twice', () => {
    expect(whats(atMostOnce([page, { ...page, run: 2 }, event, event], []))).toEqual([
      'the page of "ringing" for SIPSIP2/a came 2 times',
      'the event of "ringing" for SIPSIP2/a came 2 times',
    ])
  })

  it('finds the page that never opens, unless the program died with it', () => {
    const silent = livedStep(START, { kind: 'began' }, told)
    expect(whats(atMostOnce([], [silent]))).toEqual(['no page for "ringing" of SIPSIP2/a'])
    expect(atMostOnce([], [{ ...silent, died: true }, silent])).toEqual([])
    expect(atMostOnce([page], [silent])).toEqual([])
  })
})

describe('confirmed by a snapshot', () => {
  const wish = { at: START + 1_000, call, muted: true }
  const shown = (ask: RecordingView['ask'], recording: RecordingView['recording']) => ({
    recordings: { [call]: { recording, ask, muted: null, toggle: 'mute' as const } },
  })
  const confirmed = { kind: 'confirmed', muted: true, at: START } as const
  const muted = viewedCall('a', { word: 'Talking', muted: true })
  const recorded = viewedCall('a', { word: 'Talking' })
  const told = (seen: typeof muted, askedAt: number, ...as: Parameters<typeof shown>) => {
    const answer = good(START + 9_000, seen)
    const what = { ...answer, view: { ...answer.view, askedAt } }
    return whats(confirmedBySnapshot([step(START + 9_000, what, shown(...as))], [wish]))
  }

  it('is content with what an answer says that was asked for after the wish', () => {
    expect(told(muted, START + 2_000, confirmed, 'muted')).toEqual([])
  })

  it('finds what is confirmed by an answer from before the wish, or by none', () => {
    expect(told(muted, START + 500, confirmed, 'muted')).toEqual([
      'SIPSIP2/a was confirmed by no answer that was asked for after the wish',
    ])
    expect(told(recorded, START + 2_000, confirmed, 'recorded')).toEqual([
      'SIPSIP2/a is shown as confirmed, and is recorded',
    ])
  })

  it('takes the same wish for the same while the first may be on its way, and no longer', () => {
    const again = (laterMs: number) => {
      const twice = [wish, { ...wish, at: wish.at + laterMs }]
      const at = wish.at + laterMs + 1_000
      const answer = good(at, muted)
      const asked = { ...answer, view: { ...answer.view, askedAt: wish.at + laterMs - 100 } }
      return whats(confirmedBySnapshot([step(at, asked, shown(confirmed, 'muted'))], twice))
    }
    expect(again(1_800)).toEqual([])
    expect(again(30_000)).toHaveLength(1)
  })

  it('finds a recording that is shown otherwise than the answer says', () => {
    expect(told(recorded, START + 2_000, { kind: 'none' }, 'muted')).toEqual([
      'SIPSIP2/a is shown as muted, and the last answer says recorded',
    ])
  })
})

describe('muted spans apart', () => {
  const span = (from: number, to: number | null) =>
    ({ from: START + from, to: to === null ? null : START + to, by: 'here', endedBy: null }) as const
  const told = (...mutes: readonly ReturnType<typeof span>[]) =>
    whats(mutedSpansApart([keptRow('a', { muted: true, mutes })], true))

  it('is content with spans that follow each other', () => {
    expect(told(span(0, 5), span(5, 9))).toEqual([])
  })

  it('finds two at a time, and one that outlasts its call', () => {
    expect(told(span(0, 5), span(4, 9))).toEqual(['SIPSIP2/a is muted twice at a time'])
    expect(told(span(0, null))).toEqual(['SIPSIP2/a is over, and its recording is still muted'])
  })
})
