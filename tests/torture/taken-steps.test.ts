import { describe, expect, it } from 'vitest'
import type { Step } from './step.ts'
import { takenSteps, type Watched } from './taken-steps.ts'
import { good, livedStep, ringAlert, START, view, viewedCall } from './testing/sample-step.ts'

const NOW = START + 5_000
const here = { extension: 'SIPSIP2', person: null, wide: true }
const followed = { ...here, person: 7 }
const location = (extension: string) => ({ kind: 'at', extension, since: START }) as const
const nowhere = { kind: 'nowhere', since: START } as const
const ringing = viewedCall('a')
const answered = { ...viewedCall('a'), key: 'B/a', word: 'Talking' as const }
const colleague = view(NOW, [answered], { extension: 'B', onlineUserId: 8, representative: 'Yael Mor' })
const narrow = (at: number, ...calls: Parameters<typeof view>[1]): Step['what'] => {
  const { kind, view: seen } = good(at, ...calls)
  return { kind, view: seen }
}
const stale = (at: number, what: Step['what']): Step => {
  const step = livedStep(at, what)
  return { ...step, state: { ...step.state, lastGoodAt: START } }
}
const kinds = (steps: readonly Step[], watched: Watched = here) =>
  takenSteps(steps, watched).map(({ what, stay }) => `${what.kind} ${stay}`)

describe('the steps of the watched extension', () => {
  it('include a response about everyone, with the colleagues who are on a call', () => {
    const [step] = takenSteps([livedStep(NOW, { kind: 'everyone', views: [view(NOW, []), colleague] })], here)
    expect(step?.what).toMatchObject({ kind: 'good', view: { extension: 'SIPSIP2' }, passing: false })
    expect(step?.what.kind === 'good' && [...step.what.colleagues]).toEqual([['a', 'Yael Mor']])
  })

  it('include a response held back until everyone was requested, and what it says when that fails', () => {
    const rings = livedStep(START, narrow(START, ringing))
    const gone = stale(NOW, narrow(NOW))
    const failed = stale(NOW + 900, { kind: 'failed', why: 'other', about: 'everyone' })
    const [, held, last] = takenSteps([rings, gone, failed], here)
    expect(held?.what.kind).toBe('held')
    expect(last).toMatchObject({ at: NOW, what: { kind: 'good', view: { calls: [] } } })
    const lost = stale(NOW + 500, { kind: 'failed', why: 'other', about: 'extension' })
    expect(kinds([rings, gone, lost, failed])).toEqual(['good 1', 'held 1', 'failed 1', 'good 1', 'failed 1'])
  })

  it('hold nothing back if no ring is open, and everything about the extension while one is', () => {
    expect(kinds([livedStep(START, narrow(START)), stale(NOW, narrow(NOW))])).toEqual(['good 1', 'good 1'])
    const twice = [
      livedStep(START, narrow(START, ringing)),
      stale(NOW, narrow(NOW)),
      stale(NOW + 1, narrow(NOW)),
    ]
    expect(kinds(twice)).toEqual(['good 1', 'held 1', 'held 1'])
    expect(kinds(twice.slice(0, 2), { ...here, wide: false })).toEqual(['good 1', 'good 1'])
  })

  it('leave out failures that don’t concern the extension', () => {
    const failed = (about: 'extension' | 'everyone' | 'queues') =>
      livedStep(NOW, { kind: 'failed', why: 'other', about })
    expect(kinds([failed('queues'), failed('everyone'), failed('extension')])).toEqual([
      'aside 1',
      'aside 1',
      'failed 1',
    ])
  })

  it('show a move as the end of one stay and the start of the next, each with its own calls', () => {
    const sits = livedStep(
      START,
      { kind: 'everyone', views: [view(START, [ringing])] },
      { location: location('SIPSIP2') },
    )
    const views = [view(NOW, [], { onlineUserId: 0 }), view(NOW, [answered], { extension: 'B' })]
    const done = { alerts: [ringAlert('x')], withdrawn: ['ring-a'], location: location('B') }
    const shown = { ...sits, alerts: [ringAlert('a')] }
    const steps = takenSteps([shown, livedStep(NOW, { kind: 'everyone', views }, done)], followed)
    expect(steps.map(({ what, stay }) => `${what.kind} ${stay}`)).toEqual(['good 2', 'good 2', 'good 3'])
    expect(steps.map(({ withdrawn }) => withdrawn)).toEqual([[], ['ring-a'], []])
    expect(steps[1]?.what).toMatchObject({ passing: true })
  })

  it('show an extension with someone else logged in as left, and a person who isn’t logged in as nowhere', () => {
    const sits = livedStep(
      START,
      { kind: 'everyone', views: [view(START, [])] },
      { location: location('SIPSIP2') },
    )
    const another = { kind: 'good', view: view(NOW, [ringing], { onlineUserId: 9 }) } as const
    const gone = livedStep(NOW, another, { location: nowhere })
    const none = livedStep(NOW + 400, { kind: 'everyone', views: [another.view] }, { location: nowhere })
    expect(kinds([sits, gone, none], followed)).toEqual(['good 2', 'left 2', 'nowhere 3'])
  })

  describe('recognise a doubt', () => {
    const rings = livedStep(START, narrow(START, ringing))
    const lacks = stale(NOW, { kind: 'good', view: view(NOW, [], { whole: false }) })
    const whole = stale(NOW, narrow(NOW, ringing))
    const nobody = stale(NOW, { kind: 'unknown-extension' })
    const err1 = stale(NOW, { kind: 'failed', why: 'refused-err', about: 'extension' })
    const narrowly = { ...here, wide: false }
    const whats = (...steps: readonly Step[]) => takenSteps(steps, narrowly).map(({ what }) => what.kind)

    it('once, and what the second one says', () => {
      expect(whats(rings, lacks, lacks)).toEqual(['good', 'failed', 'good'])
      expect(whats(rings, nobody, nobody)).toEqual(['good', 'failed', 'unknown-extension'])
      const [, first, second] = takenSteps([rings, err1, err1], narrowly)
      expect([first?.what, second?.what]).toMatchObject([{ why: 'other' }, { why: 'refused-err' }])
    })

    it('again after a complete response, and as the second of another kind', () => {
      expect(whats(rings, lacks, whole, lacks)).toEqual(['good', 'failed', 'good', 'failed'])
      expect(whats(rings, lacks, nobody)).toEqual(['good', 'failed', 'unknown-extension'])
    })

    it('where something is known to continue, or nothing is known yet', () => {
      expect(whats(livedStep(START, narrow(START)), lacks)).toEqual(['good', 'good'])
      expect(whats(lacks, lacks)).toEqual(['failed', 'good'])
      expect(whats(nobody)).toEqual(['unknown-extension'])
      expect(takenSteps([err1], narrowly)[0]?.what).toMatchObject({ why: 'refused-err' })
    })

    it('about everyone, and what is held back waits for the next', () => {
      const gone = stale(NOW, narrow(NOW))
      const part = stale(NOW + 900, { kind: 'everyone', views: [view(NOW, [], { whole: false }), colleague] })
      const next = livedStep(NOW + 1_900, { kind: 'everyone', views: [view(NOW, []), colleague] })
      const [, held, aside, last] = takenSteps([rings, gone, part, next], here)
      expect([held?.what.kind, aside?.what.kind]).toEqual(['held', 'aside'])
      expect(last?.what.kind === 'good' && [...last.what.colleagues]).toEqual([['a', 'Yael Mor']])
    })

    it('where a list omits the person’s extension, until the second one', () => {
      const sits = livedStep(
        START,
        { kind: 'everyone', views: [view(START, [])] },
        { location: location('SIPSIP2') },
      )
      const none = (to: Step['location']) =>
        livedStep(NOW, { kind: 'everyone', views: [colleague] }, { location: to })
      expect(kinds([sits, none(location('SIPSIP2')), none(nowhere)], followed)).toEqual([
        ...['good 2', 'aside 2', 'left 2', 'nowhere 3'],
      ])
    })

    it('about age: an older response doesn’t raise one', () => {
      const older = (about: 'extension' | 'everyone') => stale(NOW, { kind: 'older', about })
      expect(whats(rings, older('extension'), older('everyone'))).toEqual(['good', 'failed', 'aside'])
    })
  })
})
