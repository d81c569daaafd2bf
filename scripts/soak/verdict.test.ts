import { describe, expect, it } from 'vitest'
import { readSamples, type Sample } from './sample.ts'
import { courses, grownKinds, isHeld, table } from './verdict.ts'

/** A shift of 40 samples whose work comes and goes; `leak`: what stays of it each time. */
const shift = (leak: Partial<Record<'heapUsed' | 'listeners' | 'handles', number>> = {}): readonly Sample[] =>
  Array.from({ length: 40 }, (_, turn) => ({
    at: turn,
    heapUsed: 20e6 + (turn % 5) * 300_000 + turn * (leak.heapUsed ?? 0),
    external: 4e6,
    rss: 90e6,
    emitters: 50 + (turn % 3),
    kinds: { Socket: 2 + (turn % 3) + Math.floor(turn / 10) * (leak.handles ?? 0) },
    listeners: 100 + (turn % 7) + Math.floor(turn / 10) * (leak.listeners ?? 0),
    handles: Array.from(
      { length: 6 + (turn % 4) + Math.floor(turn / 10) * (leak.handles ?? 0) },
      () => 'Timeout',
    ),
  }))
const page = Array.from({ length: 20 }, () => 12e6)
const broken = (samples: readonly Sample[], renderer = page): readonly string[] =>
  courses(samples, renderer)
    .filter((one) => !isHeld(one))
    .map(({ name }) => name)

describe('the verdict on a shift', () => {
  it('holds where work comes and goes', () => expect(broken(shift())).toEqual([]))

  it.each([
    [{ heapUsed: 80_000 }, 'main: heap after collection'],
    [{ listeners: 1 }, 'main: listeners'],
    [{ handles: 1 }, 'main: handles'],
  ])('sees what stays: %j', (leak, name) => expect(broken(shift(leak))).toEqual([name]))

  it('sees a page that grows', () =>
    expect(
      broken(
        shift(),
        page.map((bytes, turn) => bytes + turn * 200_000),
      ),
    ).toEqual(['page: heap after collection']))

  it('does not hold for a shift of which nothing was measured', () => expect(broken([], [])).not.toEqual([]))

  it('names the kinds of emitters that stay', () => {
    expect(grownKinds(shift())).toEqual([])
    expect(grownKinds(shift({ handles: 1 }))).toEqual(['Socket: 2, 3, 4, 5'])
  })

  it('is a table', () => {
    const lines = table(courses(shift({ listeners: 1 }), page)).split('\n')
    expect(lines[0]).toMatch(/1st quarter +2nd +3rd +4th +growth +limit/)
    expect(lines.find((line) => line.startsWith('main: listeners'))).toMatch(/100 .* 103 +3 +0 NOT held$/)
  })
})

describe('readSamples', () => {
  it('leaves out what is no sample', () => {
    const [one] = shift()
    expect(readSamples(`${JSON.stringify(one)}\n{"at":1}\n`)).toEqual([one])
  })
})
