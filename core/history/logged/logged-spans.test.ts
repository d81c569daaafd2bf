import { describe, expect, it } from 'vitest'
import { useZone } from '../../testing/use-zone.ts'
import { loggedCall, loggedDesk, loggedTalk, ME, NOW, ring, second } from './testing/logged-desk.ts'

/** Seconds after the start, and the extension. */
const open = (desk: ReturnType<typeof loggedDesk>, from = 0, to = 10_000) =>
  desk.journal
    .openSpans(second(from), second(to))
    .map((span) => `${span.extension} ${(span.from - NOW) / 1_000}-${(span.to - NOW) / 1_000}`)

/** Blind from 100 s to 400 s, and from 600 s to 700 s. */
function twiceBlind() {
  const desk = loggedDesk()
  desk.see(0)
  desk.see(100)
  for (const [from, to] of [
    [100, 400],
    [600, 700],
  ] as const) {
    desk.journal.openBlindSpot(second(from), 'unreachable')
    desk.see(to)
    desk.see(to + 200)
  }
  return desk
}

describe('open spans', () => {
  it('are the blind spots, until the log was read for them', () => {
    const desk = twiceBlind()
    expect(open(desk)).toEqual(['SIPSIP2 100-400', 'SIPSIP2 600-700'])
    expect(open(desk, 200, 650)).toEqual(['SIPSIP2 200-400', 'SIPSIP2 600-650'])
    desk.journal.noteLogged(second(50), second(300), second(800), 'SIPSIP2')
    desk.journal.noteLogged(second(50), second(500), second(800), 'SIPSIP3')
    expect(open(desk)).toEqual(['SIPSIP2 300-400', 'SIPSIP2 600-700'])
    desk.journal.noteLogged(second(600), second(9_000), second(650), 'SIPSIP2')
    desk.journal.noteLogged(second(250), second(400), second(800), 'SIPSIP2')
    expect(open(desk)).toEqual(['SIPSIP2 650-700'])
  })

  it('are open only while this person was logged in, and it is known who was', () => {
    const desk = loggedDesk()
    desk.logIn(7)
    desk.see(0)
    desk.journal.openBlindSpot(second(10), 'asleep')
    desk.logIn(ME)
    desk.see(100)
    desk.journal.openBlindSpot(second(100), 'unreachable')
    expect(open(desk)).toEqual([])
    desk.journal.noteLogged(second(0), second(150), second(150), 'SIPSIP2')
    desk.see(200)
    expect(open(desk)).toEqual(['SIPSIP2 100-200'])
  })

  it('are what this person needs, although the log was read while another one was logged in', () => {
    const desk = twiceBlind()
    desk.logIn(7)
    desk.see(950)
    desk.journal.noteLogged(second(0), second(950), second(950), 'SIPSIP2')
    expect(open(desk)).toEqual([])
    desk.logIn(ME)
    desk.see(1_000)
    expect(open(desk)).toEqual(['SIPSIP2 100-400', 'SIPSIP2 600-700'])
  })
})

describe('unresolved calls', () => {
  it('are those whose end nobody saw, of this person, until the log says something', () => {
    const desk = loggedDesk()
    desk.logIn(7)
    desk.see(90, [ring({ ivrid: 'theirs' })])
    desk.restart()
    desk.logIn(ME)
    desk.see(100, [ring({ ivrid: 'a1' }), ring({ ivrid: 'b1' })])
    desk.restart()
    desk.see(400)
    const unresolved = (from: number) => desk.journal.unresolvedCalls(second(from)).map(({ ivrid }) => ivrid)
    expect(unresolved(0)).toEqual(['a1', 'b1'])
    expect(unresolved(101)).toEqual([])
    desk.fill(500, loggedTalk(0, { talkSeconds: null }))
    expect(unresolved(0)).toEqual(['b1'])
  })
})

describe.each([
  ['Asia/Jerusalem', '2026-03-27', 23],
  ['Asia/Jerusalem', '2026-10-25', 25],
  ['America/Havana', '2026-03-08', 23],
  ['Asia/Beirut', '2026-03-29', 23],
])('coverage in %s on %s', (zone, day, hours) => {
  useZone(zone)

  it('counts by local days, however long they are', () => {
    const from = new Date(`${day}T12:00`).setHours(0, 0, 0, 0)
    const next = from + hours * 3_600_000
    const at = (ms: number): number => (ms - NOW) / 1_000
    const desk = loggedDesk()
    desk.see(at(from) - 3_600)
    desk.see(at(from) + 60, [ring({ startedApiSeconds: null })])
    desk.see(at(from) + 70)
    desk.see(at(from) + 100, [ring({ ivrid: 'lost', startedApiSeconds: null })])
    desk.restart()
    desk.journal.openBlindSpot(next - 60_000, 'not-running')
    desk.see(at(next) + 30)
    desk.see(at(next) + 3_600)
    const unseen = loggedCall({ ivrid: 'x', startedAt: next - 30_000, ringSeconds: 10 })
    desk.fill(at(next) + 4_000, unseen, { ...unseen, ivrid: 'y', startedAt: next + 5_000 })
    expect(desk.journal.coverage(from, next + 3_600_000)).toEqual([
      { day: from, seen: 1, filledIn: 1, open: 1, openSeconds: 60 },
      { day: next, seen: 0, filledIn: 1, open: 0, openSeconds: 30 },
    ])
    desk.fill(at(next) + 4_000, loggedTalk(60, { ivrid: 'lost', startedAt: from + 100_000 }))
    desk.journal.noteLogged(from, next + 20_000, next + 4_000_000, 'SIPSIP2')
    expect(desk.journal.coverage(from, next + 1)).toEqual([
      { day: from, seen: 1, filledIn: 2, open: 0, openSeconds: 0 },
      { day: next, seen: 0, filledIn: 1, open: 0, openSeconds: 0 },
    ])
  })
})
