import { describe, expect, it } from 'vitest'
import type { RecordingView } from '../../../core/recording-guard/guard-view.ts'
import type { Left } from '../outside.ts'
import { storedRow } from '../testing/stored-row.ts'
import { good, knownCall, livedStep, START, step, viewedCall } from '../testing/sample-step.ts'
import { atMostOnce } from './at-most-once.ts'
import { confirmedBySnapshot } from './confirmed-by-snapshot.ts'
import { mutedSpansApart } from './muted-spans-apart.ts'

const whats = (found: readonly { readonly what: string }[]) => found.map(({ what }) => what)
const call = 'SIPSIP2/a'

describe('at most once', () => {
  const page: Left = { at: START, run: 1, what: 'page', name: 'ringing', call }
  const event: Left = { ...page, what: 'event' }
  const never = () => 0
  const reported = { events: [{ type: 'ringing' as const, at: START, call: knownCall('a') }] }

  it('accepts one page and one event for each call', () => {
    expect(
      atMostOnce([page, event, { ...page, call: 'SIPSIP2/b' }, { ...page, name: 'ended' }], [], never),
    ).toEqual([])
  })

  it('finds a page that opens again in a later run, and an event that is accepted twice', () => {
    expect(whats(atMostOnce([page, { ...page, run: 2 }, event, event], [], never))).toEqual([
      'the page of "ringing" for SIPSIP2/a arrived 2 times',
      'the event of "ringing" for SIPSIP2/a arrived 2 times',
    ])
  })

  it('finds a page that never opens, unless the program died with it', () => {
    const silent = livedStep(START, { kind: 'began' }, reported)
    expect(whats(atMostOnce([], [silent], never))).toEqual(['no page for "ringing" of SIPSIP2/a'])
    expect(atMostOnce([], [{ ...silent, died: true }, silent], never)).toEqual([])
    expect(atMostOnce([page], [silent], never)).toEqual([])
  })

  it('lets the page of a call open again after its caller was deleted, but only once', () => {
    const later = { ...page, at: START + 5_000 }
    const atFour = (_: string, at: number) => (at < START + 4_000 ? 0 : 1)
    expect(atMostOnce([page, later], [], atFour)).toEqual([])
    expect(whats(atMostOnce([page, later, later], [], atFour))).toHaveLength(1)
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
  const reported = (seen: typeof muted, requestedAt: number, ...as: Parameters<typeof shown>) => {
    const answer = good(START + 9_000, seen)
    const what = { ...answer, view: { ...answer.view, requestedAt } }
    return whats(confirmedBySnapshot([step(START + 9_000, what, shown(...as))], [wish]))
  }

  it('accepts what a response requested after the wish says', () => {
    expect(reported(muted, START + 2_000, confirmed, 'muted')).toEqual([])
  })

  it('finds a wish that is confirmed by a response from before it, or by none', () => {
    expect(reported(muted, START + 500, confirmed, 'muted')).toEqual([
      'SIPSIP2/a was not confirmed by any response requested after the wish',
    ])
    expect(reported(recorded, START + 2_000, confirmed, 'recorded')).toEqual([
      'SIPSIP2/a is shown as confirmed, and is recorded',
    ])
  })

  it('treats a repeated wish as the same only while the first may be in progress', () => {
    const again = (laterMs: number) => {
      const twice = [wish, { ...wish, at: wish.at + laterMs }]
      const at = wish.at + laterMs + 1_000
      const answer = good(at, muted)
      const asked = { ...answer, view: { ...answer.view, requestedAt: wish.at + laterMs - 100 } }
      return whats(confirmedBySnapshot([step(at, asked, shown(confirmed, 'muted'))], twice))
    }
    expect(again(1_800)).toEqual([])
    expect(again(30_000)).toHaveLength(1)
  })

  it('finds a recording whose shown state differs from the response', () => {
    expect(reported(recorded, START + 2_000, { kind: 'none' }, 'muted')).toEqual([
      'SIPSIP2/a is shown as muted, but the last response says recorded',
    ])
  })
})

describe('muted spans apart', () => {
  const span = (from: number, to: number | null) =>
    ({ from: START + from, to: to === null ? null : START + to, by: 'here', endedBy: null }) as const
  const reported = (...mutes: readonly ReturnType<typeof span>[]) =>
    whats(mutedSpansApart([storedRow('a', { muted: true, mutes })], true))

  it('accepts spans that follow each other', () => {
    expect(reported(span(0, 5), span(5, 9))).toEqual([])
  })

  it('finds two at the same time, and one that outlasts its call', () => {
    expect(reported(span(0, 5), span(4, 9))).toEqual(['SIPSIP2/a is muted twice at the same time'])
    expect(reported(span(0, null))).toEqual(['SIPSIP2/a is over, and its recording is still muted'])
  })
})
