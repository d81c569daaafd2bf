import { describe, expect, it } from 'vitest'
import type { TruthEvent } from '../../../simulator/world/truth.ts'
import { good, ringAlert, START, step, viewedCall } from '../testing/sample-step.ts'
import { alertedOnce } from './alerted-once.ts'

const rang = (ivrid: string, at = START): TruthEvent => ({
  kind: 'ring-began',
  seq: 1,
  at,
  ivrid,
  extension: 'SIPSIP2',
})
const whats = (...args: Parameters<typeof alertedOnce>) => alertedOnce(...args).map(({ what }) => what)
const first = step(START + 1_000, good(START + 1_000, viewedCall('a')), { alerts: [ringAlert('a')] })

describe('alerted once', () => {
  it('accepts one alert for a ring that is seen twice', () => {
    const again = step(START + 6_000, good(START + 6_000, viewedCall('a')))
    expect(whats([first, again], [rang('a')])).toEqual([])
  })

  it('finds a ring without an alert', () => {
    const silent = step(START + 1_000, good(START + 1_000, viewedCall('a')))
    expect(whats([silent], [rang('a')])).toEqual([`no alert for the ring SIPSIP2/a@${START}`])
  })

  it('finds the second alert, after a restart too', () => {
    const again = step(START + 6_000, good(START + 6_000, viewedCall('a')), {
      run: 2,
      alerts: [ringAlert('a', 'other')],
    })
    expect(whats([first, again], [rang('a')])).toEqual([`second alert for the ring SIPSIP2/a@${START}`])
  })

  it('requires another alert when the same call rings again', () => {
    const anew = viewedCall('a', { startedAt: START + 30_000 })
    const truth = [rang('a'), rang('a', START + 30_000)]
    expect(whats([first, step(START + 31_000, good(START + 31_000, anew))], truth)).toEqual([
      `no alert for the ring SIPSIP2/a@${START + 30_000}`,
    ])
  })

  it('finds an alert for a call that the response does not show ringing', () => {
    const talking = good(START + 6_000, viewedCall('b', { word: 'Talking' }))
    expect(whats([step(START + 6_000, talking, { alerts: [ringAlert('b')] })], [])).toEqual([
      'alert for SIPSIP2/b, which does not ring',
    ])
    const failed = step(
      START + 6_000,
      { kind: 'failed', why: 'other', about: 'extension' },
      { alerts: [ringAlert('b')] },
    )
    expect(whats([failed], [])).toEqual(['alert for SIPSIP2/b, which does not ring'])
  })

  it('finds the alert for a ring that never happened', () => {
    expect(whats([first], [])).toContain('alert for SIPSIP2/a, which never rang')
  })

  it('finds an id that is used twice', () => {
    const other = step(START + 2_000, good(START + 2_000, viewedCall('a'), viewedCall('b')), {
      alerts: [ringAlert('b', 'ring-a')],
    })
    expect(whats([first, other], [rang('a'), rang('b')])).toEqual(['alert ring-a was shown before'])
  })

  it('finds a missed call that the log announces once more', () => {
    const quiet = (at: number, isLogged = {}) =>
      step(at, good(at), { alerts: [{ id: `m-${at}`, kind: 'missed', call: 'SIPSIP2/b', ...isLogged }] })
    const logged = quiet(START + 600_000, { isLogged: true })
    expect(whats([quiet(START), quiet(START + 60_000)], [])).toEqual([])
    expect(whats([quiet(START), logged], [])).toEqual(['SIPSIP2/b was announced before'])
    const again = step(START + 9_000, good(START + 9_000, viewedCall('b')), { alerts: [ringAlert('b')] })
    expect(whats([quiet(START), again, logged], [rang('b')])).toEqual([])
  })
})
