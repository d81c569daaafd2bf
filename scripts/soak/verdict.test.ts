import { describe, expect, it } from 'vitest'
import { readSamples, type Sample } from './sample.ts'
import { courses, grownKinds, isHeld, table } from './verdict.ts'

type Leak = 'heapUsed' | 'listeners' | 'handles' | 'pages'

/**
 * A shift of 40 samples whose work comes and goes; `leak`: what remains of it after each quarter (for the heap: after
 * each sample).
 */
const shift = (leak: Partial<Record<Leak, number>> = {}): readonly Sample[] =>
  Array.from({ length: 40 }, (_, turn) => {
    const grown = (what: Leak): number => Math.floor(turn / 10) * (leak[what] ?? 0)
    const pages = 1 + (turn % 3) + grown('pages')
    return {
      at: turn,
      heapUsed: 20e6 + (turn % 5) * 300_000 + turn * (leak.heapUsed ?? 0),
      external: 4e6,
      rss: 90e6,
      kinds: {
        App: { emitters: 1, listeners: 9 + (turn % 2) + grown('listeners') },
        BrowserWindow: { emitters: pages, listeners: 9 * pages },
        Notification: { emitters: 1 + (turn % 4), listeners: 4 },
      },
      handles: Array.from({ length: 6 + (turn % 4) + grown('handles') }, () => 'Timeout'),
    }
  })
const page = Array.from({ length: 20 }, () => 12e6)
const broken = (samples: readonly Sample[], renderer = page): readonly string[] =>
  courses(samples, renderer)
    .filter((one) => !isHeld(one))
    .map(({ name }) => name)

describe('the verdict on a shift', () => {
  it('passes if work comes and goes', () => expect(broken(shift())).toEqual([]))

  it.each([
    [{ heapUsed: 80_000 }, 'main: heap after collection'],
    [{ listeners: 1 }, 'main: listeners on them'],
    [{ handles: 1 }, 'main: handles'],
    [{ pages: 1 }, 'main: pages'],
  ])('detects what remains: %j', (leak, name) => expect(broken(shift(leak))).toEqual([name]))

  it('detects a page that grows', () =>
    expect(
      broken(
        shift(),
        page.map((bytes, turn) => bytes + turn * 200_000),
      ),
    ).toEqual(['page: heap after collection']))

  it('fails for a shift without measurements', () => expect(broken([], [])).not.toEqual([]))

  it('names the kinds of emitters that remain', () => {
    expect(grownKinds(shift())).toEqual([])
    expect(grownKinds(shift({ pages: 1 }))).toEqual(['BrowserWindow: 1, 2, 3, 4'])
  })

  it('is a table', () => {
    const lines = table(courses(shift({ listeners: 1 }), page)).split('\n')
    expect(lines[0]).toMatch(/1st quarter +2nd +3rd +4th +growth +limit/)
    expect(lines.find((line) => line.startsWith('main: listeners'))).toMatch(/ 9 .* 12 +3 +0 NOT met$/)
  })
})

describe('readSamples', () => {
  it('skips lines that aren’t samples', () => {
    const [one] = shift()
    expect(readSamples(`${JSON.stringify(one)}\n{"at":1}\n`)).toEqual([one])
  })
})
