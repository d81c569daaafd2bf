import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { DAY_MS } from '../../clock.ts'
import type { Phone } from '../../domain.ts'
import { somePhone } from '../../testing/seen.ts'
import { temporaryFile } from '../testing/temporary-file.ts'
import {
  loggedCall,
  loggedDesk,
  loggedTalk,
  ME,
  noa,
  NOW,
  ring,
  second,
  talk,
  withheld,
} from './testing/logged-desk.ts'

const file = temporaryFile()
afterAll(file.remove)

/** Watched until 95 s, and again from 400 s on: a call in between was not seen. */
function afterGap() {
  const desk = loggedDesk()
  desk.see(0)
  desk.see(95)
  desk.see(400)
  return desk
}

describe('a call that no poll saw', () => {
  it('is added with everything the log says, and only once', () => {
    const desk = afterGap()
    const recordingUrl = 'https://cpanel.voicenter.com/recording/7'
    const did = { kind: 'digits', received: '7000' } as const
    const call = loggedTalk(60, { userId: ME, queue: 'Sales', recordingUrl, did, transferredFrom: 'z9' })
    const { added, corrected, missed } = desk.fill(500, call)
    expect([added.length, corrected.length, missed.length]).toEqual([1, 0, 0])
    expect(desk.all()).toEqual(added)
    expect(added).toMatchObject([
      {
        key: 'SIPSIP2/a1',
        ivrid: 'a1',
        agent: `User ${ME}`,
        phone: somePhone,
        did,
        transferredFrom: 'z9',
        direction: 'incoming',
        startedAt: second(100),
        answeredAt: second(108),
        endedAt: second(168),
        endSeen: true,
        outcome: 'completed',
        ringSeconds: 8,
        talkSeconds: 60,
        parts: [
          { kind: 'rang', from: second(100), to: second(108) },
          { kind: 'talked', from: second(108), to: second(168) },
        ],
        logged: { at: second(500), unseen: true, queue: 'Sales', recordingUrl },
      },
    ])
    expect(added[0]?.logged?.polled).toBeUndefined()
    expect(desk.fill(600, call)).toEqual({ added: [], corrected: [], missed: [], removed: 0 })
    expect(desk.all()).toEqual(added)
    expect(desk.journal.history({ filter: 'all', text: '0722776772', limit: 9 }).calls).toHaveLength(1)
  })

  it('is in the list of missed calls if it was missed, announced once, and dismissed for good', () => {
    const desk = afterGap()
    expect(desk.fill(500, loggedCall()).missed).toMatchObject([
      { ivrid: 'a1', outcome: 'missed', seen: false },
    ])
    expect(desk.journal.missedCalls()).toMatchObject([{ ivrid: 'a1', ringSeconds: 15 }])
    expect(desk.journal.dismissMissed('SIPSIP2/a1')).toBe(true)
    expect(desk.fill(600, loggedCall({ ringSeconds: 16 })).missed).toEqual([])
    expect(desk.journal.missedCalls()).toEqual([])
    expect(desk.all()).toMatchObject([{ ringSeconds: 16, dismissed: true }])
  })

  it('needs no announcement if its caller was spoken to since, seen or logged', () => {
    const desk = afterGap()
    const callBack = loggedTalk(30, { ivrid: 'b', direction: 'outgoing', startedAt: second(300) })
    expect(desk.fill(500, loggedCall(), callBack).missed).toEqual([])
    expect(desk.journal.missedCalls()).toMatchObject([{ ivrid: 'a1', calledBack: second(308), seen: true }])
  })

  it('is still to do if the same number was being spoken to before it rang, until it is answered', () => {
    const desk = afterGap()
    const ringing = loggedCall({ startedAt: second(150) })
    const during = loggedTalk(100, { ivrid: 'b', startedAt: second(110) })
    expect(desk.fill(500, ringing, during).missed).toMatchObject([{ ivrid: 'a1' }])
    expect(desk.journal.missedCalls().map(({ calledBack }) => calledBack)).toEqual([undefined])
    desk.fill(600, loggedTalk(100, { ivrid: 'c', startedAt: second(145) }))
    expect(desk.journal.missedCalls()).toMatchObject([{ ivrid: 'a1', calledBack: second(165) }])
  })

  it('of a colleague’s answer is not a talk here', () => {
    const desk = afterGap()
    const { added, missed } = desk.fill(500, loggedTalk(60, { answeredBy: 'Yael' }))
    expect(added).toMatchObject([
      { outcome: 'completed', answeredBy: 'Yael', talkSeconds: 0, answeredAt: null, endedAt: second(108) },
    ])
    expect(missed).toEqual([])
  })

  it('that is then seen is the same call, and polls decide how it ended', () => {
    const desk = afterGap()
    desk.fill(402, loggedCall())
    desk.journal.setNote('SIPSIP2/a1', 'angry')
    desk.see(405, [ring({ startedApiSeconds: second(403) / 1_000 })])
    expect(desk.all()).toMatchObject([{ outcome: null, note: 'angry', startedAt: second(403) }])
    expect(desk.all()[0]?.logged).toBeUndefined()
    desk.see(410, [talk({ startedApiSeconds: second(403) / 1_000 })])
    desk.see(440)
    expect(desk.all()).toMatchObject([{ outcome: 'completed', talkSeconds: 30, note: 'angry' }])
    desk.fill(600, loggedTalk(31, { startedAt: second(403) }))
    expect(desk.all()).toMatchObject([{ outcome: 'completed', talkSeconds: 31, logged: { unseen: false } }])
  })
})

describe('a call that polls saw', () => {
  it('gets the end that nobody saw, and stays readable as it was', () => {
    const desk = loggedDesk()
    desk.see(95)
    desk.see(105, [ring()])
    desk.restart()
    desk.see(400)
    expect(desk.all()).toMatchObject([{ outcome: 'unknown', endSeen: false, endedAt: second(105) }])
    expect(desk.journal.unresolvedCalls(NOW)).toMatchObject([{ ivrid: 'a1' }])
    const { added, corrected, missed } = desk.fill(500, loggedTalk(60))
    expect([added.length, corrected.length, missed.length]).toEqual([0, 1, 0])
    expect(corrected).toMatchObject([
      {
        outcome: 'completed',
        endSeen: true,
        endedAt: second(168),
        answeredAt: second(108),
        talkSeconds: 60,
        logged: { unseen: false, polled: { outcome: 'unknown', talkSeconds: 0 } },
        parts: [{ kind: 'rang', to: second(105) }],
      },
    ])
    expect(desk.journal.unresolvedCalls(NOW)).toEqual([])
    expect(desk.fill(600, loggedTalk(60))).toEqual({ added: [], corrected: [], missed: [], removed: 0 })
  })

  it('is announced as missed if only the log knows it', () => {
    const desk = loggedDesk()
    desk.see(95)
    desk.see(105, [ring()])
    desk.restart()
    desk.see(400)
    expect(desk.fill(500, loggedCall()).missed).toMatchObject([{ ivrid: 'a1' }])
    expect(desk.fill(600, loggedCall({ recordingUrl: 'https://x' })).missed).toEqual([])
  })

  it('is not announced again if its alert was', () => {
    const desk = loggedDesk()
    desk.see(100, [ring()])
    desk.see(115)
    expect(desk.journal.missedCalls()).toHaveLength(1)
    expect(desk.fill(500, loggedCall())).toMatchObject({
      added: [],
      corrected: [{ ivrid: 'a1' }],
      missed: [],
    })
  })

  it('follows the log where that differs; notes, labels and marks stay', () => {
    const desk = loggedDesk()
    desk.see(100, [ring()])
    desk.see(115)
    desk.journal.setNote('SIPSIP2/a1', 'wants a quote')
    desk.journal.setLabel('SIPSIP2/a1', 'Offer')
    desk.journal.noteFired('crm', 'SIPSIP2/a1')
    desk.journal.dismissMissed('SIPSIP2/a1')
    desk.fill(500, loggedTalk(40))
    expect(desk.all()).toMatchObject([
      {
        outcome: 'completed',
        talkSeconds: 40,
        endedAt: second(115), // that was seen
        note: 'wants a quote',
        label: 'Offer',
        logged: { polled: { outcome: 'missed', talkSeconds: 0 } },
      },
    ])
    expect(desk.journal.wasFired('crm', 'SIPSIP2/a1')).toBe(true)
    expect(desk.journal.missedCalls()).toEqual([])
    expect(desk.journal.history({ filter: 'missed', limit: 9 }).calls).toEqual([])
  })

  it('stays dismissed if the log contradicts itself, until it rings again', () => {
    const desk = loggedDesk()
    desk.see(100, [ring()])
    desk.see(115)
    desk.journal.dismissMissed('SIPSIP2/a1')
    desk.fill(500, loggedTalk(40))
    desk.fill(600, loggedCall())
    expect(desk.all()).toMatchObject([{ outcome: 'missed', dismissed: true }])
    expect(desk.journal.missedCalls()).toEqual([])
    desk.see(700, [ring({ startedApiSeconds: second(700) / 1_000 })])
    desk.see(715)
    expect(desk.journal.missedCalls()).toHaveLength(1)
  })

  it('stays dismissed if the log seemed to be about an earlier time meanwhile, because the clock was set back', () => {
    const desk = loggedDesk()
    desk.see(95)
    desk.see(105, [ring()])
    desk.restart()
    desk.see(400)
    desk.fill(500, loggedCall())
    desk.journal.dismissMissed('SIPSIP2/a1')
    desk.fill(600, loggedCall({ startedAt: second(100) - 3_600_000 }))
    expect(desk.all()).toMatchObject([{ outcome: 'unknown' }])
    desk.fill(1_500, loggedCall())
    expect(desk.all()).toMatchObject([{ outcome: 'missed', dismissed: true }])
    expect(desk.journal.missedCalls()).toEqual([])
  })

  it('has a contradiction only where the log differs by more than polls can measure', () => {
    const desk = loggedDesk()
    desk.see(100, [ring()])
    desk.see(110, [talk()])
    desk.see(170)
    desk.fill(500, loggedTalk(58))
    const [call] = desk.all()
    expect(call).toMatchObject({ talkSeconds: 58, ringSeconds: 8 })
    expect(call?.logged?.polled).toBeUndefined()
  })

  it('counts the time on hold once', () => {
    const desk = loggedDesk()
    desk.see(100, [ring()])
    desk.see(110, [talk()])
    desk.see(130, [talk({ phase: 'held' })])
    desk.see(150, [talk()])
    desk.see(170)
    desk.fill(500, loggedTalk(60))
    expect(desk.all()).toMatchObject([{ talkSeconds: 40, holdSeconds: 20 }])
    desk.fill(600, loggedTalk(15))
    expect(desk.all()).toMatchObject([{ talkSeconds: 0, holdSeconds: 15 }])
    desk.fill(700, loggedCall())
    expect(desk.all()).toMatchObject([{ outcome: 'missed', talkSeconds: 0, holdSeconds: 0 }])
  })

  it('stays answered by the colleague who was seen with it, though nobody answered on this phone', () => {
    const desk = loggedDesk()
    desk.see(100, [ring()])
    desk.see(110, [], { answeredBy: 'Yael' })
    const { missed } = desk.fill(500, loggedCall({ queue: 'Sales' }))
    expect(missed).toEqual([])
    expect(desk.all()).toMatchObject([
      { outcome: 'completed', answeredBy: 'Yael', logged: { queue: 'Sales' } },
    ])
    expect(desk.all()[0]?.logged?.polled).toBeUndefined()
  })

  it('is not touched while it is live, and follows the log from its end on', () => {
    const desk = loggedDesk()
    desk.see(100, [ring()])
    desk.see(105, [ring()])
    const before = desk.all()
    expect(desk.fill(500, loggedTalk(60))).toEqual({ added: [], corrected: [], missed: [], removed: 0 })
    expect(desk.all()).toEqual(before)
    desk.see(510, [], { blind: 105 })
    expect(desk.all()).toMatchObject([
      {
        outcome: 'completed',
        endedAt: second(168),
        talkSeconds: 60,
        logged: { polled: { outcome: 'missed' } },
      },
    ])
    expect(desk.journal.missedCalls()).toEqual([])
  })

  it('that rings again is not decided by what the log said about its first time', () => {
    const desk = loggedDesk()
    desk.see(100, [ring()])
    desk.see(115)
    desk.fill(200, loggedCall())
    desk.see(300, [ring({ startedApiSeconds: second(298) / 1_000 })])
    desk.see(305, [talk({ startedApiSeconds: second(298) / 1_000 })])
    desk.see(360)
    expect(desk.fill(370, loggedCall()).missed).toEqual([])
    expect(desk.all()).toMatchObject([{ outcome: 'completed', talkSeconds: 55 }])
    expect(desk.all()[0]?.logged).toBeUndefined()
    desk.fill(600, loggedTalk(185, { ringSeconds: 22 }))
    expect(desk.all()).toMatchObject([{ outcome: 'completed', talkSeconds: 185, logged: { unseen: false } }])
  })
})

describe('one truth', () => {
  it('takes the fuller of two records of a call, in either order', () => {
    for (const records of [
      [loggedTalk(20), loggedTalk(60, { queue: 'Sales' })],
      [loggedTalk(60, { queue: 'Sales' }), loggedTalk(20)],
    ]) {
      const desk = afterGap()
      expect(desk.fill(500, ...records).added).toHaveLength(1)
      expect(desk.all()).toMatchObject([{ talkSeconds: 60, logged: { queue: 'Sales' } }])
    }
  })

  it('takes what the log says now, but not the end of a call for the whole', () => {
    const desk = afterGap()
    desk.fill(500, loggedTalk(9))
    desk.fill(600, loggedCall({ ringSeconds: 14 }))
    expect(desk.all()).toMatchObject([
      { outcome: 'missed', ringSeconds: 14, talkSeconds: 0, answeredAt: null },
    ])
    desk.fill(700, loggedTalk(60))
    desk.fill(800, loggedCall({ startedAt: second(180) }))
    expect(desk.all()).toMatchObject([{ outcome: 'completed', talkSeconds: 60, startedAt: second(100) }])
  })

  it('takes a call that the log now has later as it says now, if its request reached the earlier start', () => {
    const later = { startedAt: second(120) }
    for (const [reaches, startedAt, talkSeconds] of [
      [true, second(120), 20],
      [false, second(100), 60],
    ] as const) {
      const desk = afterGap()
      const from = second(reaches ? 100 : 101)
      desk.journal.fillIn([loggedTalk(30)], second(500), second(0))
      desk.journal.fillIn([loggedTalk(60, later)], second(600), from)
      desk.journal.fillIn([loggedTalk(20, later)], second(700), from)
      expect(desk.all()).toMatchObject([{ startedAt, talkSeconds }])
    }
  })

  it('announces nothing twice, whatever the log says in between', () => {
    const unseen = afterGap()
    expect(unseen.fill(500, loggedCall()).missed).toHaveLength(1)
    const seen = loggedDesk()
    seen.see(100, [ring()])
    seen.see(115)
    for (const desk of [unseen, seen]) {
      desk.fill(600, loggedTalk(9))
      expect(desk.journal.missedCalls()).toEqual([])
      expect(desk.fill(700, loggedCall()).missed).toEqual([])
      expect(desk.journal.missedCalls()).toHaveLength(1)
    }
  })

  it('counts a talk only as long as polls saw it, or the log says so', () => {
    const desk = afterGap()
    const later = { ivrid: 'b', startedAt: second(300) }
    desk.fill(500, loggedCall(), loggedTalk(30, later))
    expect(desk.all().at(-1)?.calledBack).toBe(second(308))
    desk.fill(600, loggedCall(later))
    expect(desk.all().map(({ calledBack }) => calledBack)).toEqual([undefined, undefined])
  })

  it('knows a call by the id of its other leg, also when that one comes alone', () => {
    const desk = loggedDesk()
    desk.see(100, [ring({ ivrid: 'own-leg' })])
    desk.see(115)
    desk.fill(500, loggedTalk(60, { otherIds: ['own-leg'], startedAt: second(110) }))
    desk.fill(600, loggedTalk(60, { startedAt: second(110) }))
    expect(desk.all()).toMatchObject([{ ivrid: 'own-leg', talkSeconds: 60 }])
    desk.journal.forgetCaller(somePhone)
    expect(desk.fill(700, loggedTalk(60, { phone: withheld })).added).toEqual([])
  })

  it('recognises a record without id by its caller, its direction and about its start', () => {
    const desk = loggedDesk()
    desk.see(100, [ring()])
    desk.see(115)
    desk.see(130)
    desk.fill(500, loggedCall({ ivrid: null, startedAt: second(103), queue: 'Sales' }))
    expect(desk.all()).toMatchObject([{ ivrid: 'a1', logged: { queue: 'Sales', unseen: false } }])
    const others = [
      loggedCall({ ivrid: null, startedAt: second(120) }),
      loggedCall({ ivrid: null, phone: noa }),
      loggedCall({ ivrid: null, direction: 'outgoing', outcome: 'unanswered' }),
    ]
    expect(desk.fill(500, ...others).added).toHaveLength(3)
  })

  it('recognises the record without id of a call that somebody listens in on, whatever way the log says it went', () => {
    const desk = loggedDesk()
    desk.see(100, [ring({ direction: 'spy' })])
    desk.see(115)
    desk.fill(500, loggedCall({ ivrid: null, startedAt: second(101) }))
    expect(desk.all()).toMatchObject([{ ivrid: 'a1', direction: 'spy' }])
  })

  it('takes records without id of its rings as one with it, and they unmake no talk', () => {
    const rings = [100, 120, 140].map((at) => ({ ivrid: null, startedAt: second(at) }))
    const [first, again, last] = [loggedCall(rings[0]), loggedCall(rings[1]), loggedTalk(60, rings[2])]
    const whole = loggedTalk(60, { ringSeconds: 38 })
    for (const polled of [true, false])
      for (const fills of [
        [[first, again, last], [whole]],
        [[whole], [last, again], [first]],
        [[again], [whole]],
      ]) {
        const desk = polled ? loggedDesk() : afterGap()
        if (polled) {
          desk.see(405, [ring({ startedApiSeconds: second(100) / 1_000 })])
          desk.see(408, [talk({ startedApiSeconds: second(100) / 1_000 })])
          desk.see(409)
        }
        for (const [index, calls] of fills.entries()) desk.fill(1_500 + index, ...calls)
        expect(desk.all()).toMatchObject([{ ivrid: 'a1', outcome: 'completed', talkSeconds: 60 }])
      }
    const desk = loggedDesk()
    desk.see(100, [ring()])
    desk.see(110, [talk()])
    desk.see(170)
    desk.fill(1_500, first)
    expect(desk.all()).toMatchObject([{ outcome: 'completed', talkSeconds: 60 }])
  })

  it('takes a record without id of all its rings as one with it, if polls saw only its talk', () => {
    const desk = loggedDesk()
    desk.see(95)
    desk.see(130, [talk({ startedApiSeconds: second(120) / 1_000 })])
    desk.see(190)
    desk.fill(1_500, loggedTalk(60, { ivrid: null, ringSeconds: 22 }))
    expect(desk.all()).toMatchObject([{ ivrid: 'a1', talkSeconds: 60 }])
  })

  it('makes one row of two legs that the log had first as two calls; what was written there stays', () => {
    const desk = afterGap()
    const own = loggedTalk(30, { ivrid: 'leg', direction: 'click-to-call' })
    desk.fill(500, own)
    desk.journal.setNote('SIPSIP2/leg', 'wants a quote')
    desk.see(800, [ring({ startedApiSeconds: second(800) / 1_000 })])
    desk.see(815)
    const { corrected } = desk.fill(1_000, { ...own, ivrid: 'a1', otherIds: ['leg'], startedAt: second(800) })
    expect(desk.all()).toMatchObject([{ ivrid: 'a1', note: 'wants a quote', talkSeconds: 30 }])
    expect(corrected).toHaveLength(1)
    expect(desk.fill(1_100, own).added).toEqual([])
    expect(desk.journal.history({ filter: 'all', text: 'quote', limit: 9 }).calls).toHaveLength(1)
  })

  it('leaves a placed call’s outcome to polls until the log has its second leg', () => {
    const desk = loggedDesk()
    const placed = { direction: 'click-to-call', firstLegAlone: true } as const
    desk.see(100, [ring({ phase: 'dialing', direction: 'click-to-call' })])
    desk.see(115)
    const first = loggedTalk(0, { ...placed, talkSeconds: null })
    desk.fill(500, first)
    expect(desk.all()).toMatchObject([{ outcome: 'unanswered' }])
    expect(desk.all()[0]?.logged).toBeUndefined()
    desk.fill(600, loggedTalk(40, { ...placed, firstLegAlone: false }))
    desk.fill(700, first)
    expect(desk.all()).toMatchObject([{ outcome: 'completed', talkSeconds: 40 }])
  })

  it('knows the first leg of a placed call by the second one, which starts when the agent picks up', () => {
    const placed = { direction: 'click-to-call', firstLegAlone: true } as const
    for (const ivrid of ['leg', null]) {
      const desk = loggedDesk()
      const second108 = { direction: 'click-to-call', startedApiSeconds: second(108) / 1_000 } as const
      desk.see(95)
      desk.see(110, [ring({ ...second108, phase: 'dialing' })])
      desk.see(116, [talk(second108)])
      desk.see(170)
      expect(desk.fill(500, loggedTalk(0, { ...placed, ivrid, talkSeconds: null })).added).toEqual([])
      expect(desk.all()).toMatchObject([{ ivrid: 'a1', outcome: 'completed', talkSeconds: 54 }])
      const inVain = { ...placed, ivrid: ivrid === null ? null : 'in-vain', ringSeconds: 8 }
      const missed = loggedCall({ ...inVain, startedAt: second(99), outcome: 'unanswered' })
      expect(desk.fill(600, missed).added).toHaveLength(1)
    }
  })

  it('stores a record without id once, with no id', () => {
    const desk = afterGap()
    const hidden = loggedCall({ ivrid: null, phone: withheld })
    desk.fill(500, hidden, loggedCall({ ivrid: null }), hidden)
    desk.fill(600, loggedCall({ ivrid: null, startedAt: second(98), ringSeconds: 16 }), hidden)
    expect(desk.all().map(({ ivrid, phone, ringSeconds }) => [ivrid, phone.kind, ringSeconds])).toEqual([
      ['', 'withheld', 15],
      ['', 'number', 16],
    ])
    expect(new Set(desk.all().map(({ key }) => key)).size).toBe(2)
  })

  it('keeps the call, its note and what was done for it when its id arrives later, from the log or a poll', () => {
    for (const arrives of ['log', 'poll']) {
      const desk = afterGap()
      desk.fill(402, loggedCall({ ivrid: null, startedAt: second(397) }))
      const key = desk.all()[0]?.key ?? ''
      desk.journal.setNote(key, 'angry')
      desk.journal.noteFired('crm', key)
      if (arrives === 'log') desk.fill(403, loggedCall({ startedAt: second(399) }))
      else desk.see(405, [ring({ startedApiSeconds: second(399) / 1_000 })])
      expect(desk.all()).toMatchObject([{ ivrid: 'a1', note: 'angry' }])
      expect(desk.journal.wasFired('crm', 'SIPSIP2/a1')).toBe(true)
    }
  })

  it('knows legs with ids of their own by their common start, but not two calls that polls saw', () => {
    const desk = loggedDesk()
    desk.see(100, [ring(), ring({ ivrid: 'b', phone: noa })])
    desk.see(115)
    desk.fill(500, loggedCall({ ivrid: 'leg', startedAt: second(101) }), loggedCall())
    expect(desk.all().map(({ ivrid }) => ivrid)).toEqual(['b', 'a1'])
    desk.fill(500, loggedCall({ ivrid: 'later', startedAt: second(104) }))
    expect(desk.all()).toHaveLength(3)
  })

  it('is the same after a restart', () => {
    const desk = loggedDesk({ path: file.path })
    desk.see(0)
    desk.see(400)
    const calls = [loggedCall(), loggedCall({ ivrid: null, phone: noa, startedAt: second(200) })]
    desk.fill(500, ...calls)
    const before = desk.all()
    desk.restart()
    desk.see(600)
    expect(desk.fill(700, ...calls)).toEqual({ added: [], corrected: [], missed: [], removed: 0 })
    expect(desk.all()).toEqual(before)
    desk.journal.close()
  })
})

describe('only what is theirs', () => {
  it('is a call from when this person was logged in on this extension', () => {
    const desk = loggedDesk()
    desk.logIn(7)
    desk.see(0)
    desk.see(50)
    desk.logIn(ME)
    desk.see(60)
    desk.see(200)
    const at = (from: number) => loggedCall({ ivrid: `c${from}`, startedAt: second(from) })
    desk.fill(500, ...[0, 40, 55, 60, 150, 201].map(at), { ...at(150), extension: 'SIPSIP3' })
    expect(desk.all().map(({ ivrid }) => ivrid)).toEqual(['c150', 'c60'])
  })

  it('includes a span without responses only once the same person is seen again', () => {
    const desk = loggedDesk()
    desk.see(0)
    expect(desk.fill(300, loggedCall()).added).toEqual([])
    desk.see(400)
    expect(desk.fill(500, loggedCall()).added).toHaveLength(1)
    desk.logIn(7)
    desk.see(900)
    const between = loggedCall({ ivrid: 'b', startedAt: second(600) })
    expect(desk.fill(1_000, between).added).toEqual([])
    desk.logIn(ME)
    desk.see(1_100)
    expect(desk.fill(1_200, between).added).toEqual([])
  })

  it('includes what was before they logged out, until someone else logs in', () => {
    const desk = loggedDesk()
    desk.see(0)
    desk.see(400)
    desk.logIn(0)
    desk.see(405)
    desk.see(800)
    const [before, after] = [loggedCall(), loggedCall({ ivrid: 'b', startedAt: second(600) })]
    expect(desk.fill(900, before, after).added.map(({ ivrid }) => ivrid)).toEqual(['a1'])
    desk.logIn(7)
    desk.see(1_000)
    expect(desk.fill(1_100, loggedCall({ ivrid: 'c' })).added).toEqual([])
  })

  it('is never a record of somebody else', () => {
    const desk = afterGap()
    expect(desk.fill(500, loggedCall({ userId: 7 })).added).toEqual([])
    expect(desk.fill(500, loggedCall({ userId: ME })).added).toHaveLength(1)
  })

  it('is what started in the second in which they were first seen: the log has whole seconds', () => {
    const desk = loggedDesk()
    desk.logIn(7)
    desk.see(0)
    desk.logIn(ME)
    desk.see(100.4)
    desk.see(200)
    const before = loggedCall({ ivrid: 'b', startedAt: second(97) })
    expect(desk.fill(500, loggedCall(), before).added.map(({ ivrid }) => ivrid)).toEqual(['a1'])
  })

  it('stays true after someone else has logged in: what the log says later still counts', () => {
    const desk = loggedDesk()
    desk.logIn(7)
    desk.see(100, [ring({ ivrid: 'seen' })])
    desk.see(115)
    desk.see(190)
    desk.fill(500, loggedCall({ userId: 7, startedAt: second(150) }))
    desk.logIn(ME)
    desk.see(600)
    const said = [loggedTalk(20, { ivrid: 'seen' }), loggedTalk(20, { startedAt: second(150) })]
    const unknown = loggedTalk(20, { ivrid: 'b', startedAt: second(170) })
    const says = [...said, unknown].map((call) => ({ ...call, userId: 7 }))
    const { added, corrected } = desk.fill(1_500, ...says)
    expect([added.length, corrected.length]).toEqual([0, 1])
    expect(desk.all()).toMatchObject([
      { ivrid: 'a1', outcome: 'completed', talkSeconds: 20 },
      { ivrid: 'seen', outcome: 'missed' },
    ])
  })

  it('is not what was forgotten, however the log writes the caller', () => {
    const desk = afterGap()
    desk.fill(500, loggedCall(), loggedCall({ ivrid: 'b', phone: noa }))
    expect(desk.journal.forgetCaller(somePhone)).toBe(1)
    const again = [
      loggedCall(),
      loggedCall({ ivrid: 'c', startedAt: second(300) }),
      loggedCall({ phone: withheld }),
    ]
    expect(desk.fill(600, ...again).added).toEqual([])
    expect(desk.all().map(({ ivrid }) => ivrid)).toEqual(['b'])
    desk.see(4_000)
    const later = { startedAt: second(3_700) } // as a forgotten call seems to be once the clock was set
    const found = desk.fill(4_100, loggedCall(later), loggedCall({ ...later, ivrid: 'd' }))
    expect(found.added.map(({ ivrid }) => ivrid)).toEqual(['d'])
  })

  it('is deleted again once its id says that it was forgotten', () => {
    const desk = afterGap()
    desk.fill(500, loggedCall())
    desk.journal.forgetCaller(somePhone)
    desk.see(4_000)
    // The clock was set, so a record without id could be that of a later call.
    const later = { startedAt: second(3_700) }
    expect(desk.fill(4_100, loggedCall({ ...later, ivrid: null })).added).toHaveLength(1)
    desk.see(4_150)
    expect(desk.fill(4_200, loggedCall(later))).toEqual({ added: [], corrected: [], missed: [], removed: 1 })
    expect(desk.all()).toEqual([])
    const both = [loggedCall({ ...later, ivrid: null }), loggedCall(later)]
    expect(desk.fill(4_300, ...both)).toEqual({ added: [], corrected: [], missed: [], removed: 0 })
    expect(desk.all()).toEqual([])
  })

  it('stays if it was live when its caller was forgotten, and polls saw it again', () => {
    const desk = loggedDesk()
    desk.see(100, [ring()])
    desk.journal.forgetCaller(somePhone)
    desk.see(105, [ring()])
    desk.see(115)
    desk.fill(500, loggedCall())
    expect(desk.all()).toMatchObject([{ ivrid: 'a1', logged: { at: second(500) } }])
  })

  it('is not what was deleted because of its age, or would be at once', () => {
    const desk = loggedDesk({ days: 1 })
    desk.see(0)
    desk.see(DAY_MS / 1_000)
    expect(desk.fill(DAY_MS / 1_000 + 200, loggedCall()).added).toEqual([])
    expect(desk.fill(DAY_MS / 1_000 + 100, loggedCall()).added).toHaveLength(1)
    while (desk.journal.prune(second(200)) > 0);
    expect(desk.fill(DAY_MS / 1_000 + 100, loggedCall()).added).toEqual([])
    expect(desk.all()).toEqual([])
  })
})

const caller = (index: number): Phone => ({
  kind: 'digits',
  received: `5${index}`,
})

describe('bad input', () => {
  it('that can’t be stored doesn’t affect the other calls', () => {
    const logged: string[] = []
    const desk = loggedDesk({ log: (line) => logged.push(line) })
    desk.see(0)
    desk.see(400)
    const bad = Object.assign(loggedCall({ ivrid: 'bad' }), { queue: { a: 1 } })
    expect(desk.fill(500, bad, loggedCall({ startedAt: second(200) })).added).toMatchObject([{ ivrid: 'a1' }])
    expect(desk.all()).toHaveLength(1)
    expect(logged).toEqual(['journal: one call could not be stored (TypeError)'])
  })

  it('loses nothing and duplicates nothing', () => {
    const desk = afterGap()
    const bad = [
      loggedCall({ ivrid: 'nan', startedAt: NaN }),
      loggedCall({ ivrid: 'tomorrow', startedAt: second(100_000) }),
      loggedCall({ ivrid: 'early', startedAt: -5 }),
      loggedCall({ ivrid: 'odd', startedAt: second(200) + 0.5, ringSeconds: 1.5, talkSeconds: NaN }),
      loggedCall({ ivrid: 'long', startedAt: second(300), ringSeconds: Infinity }),
      loggedCall({ ivrid: 'x\0y', startedAt: second(350) }),
    ]
    desk.fill(500, ...bad, loggedCall())
    desk.fill(500, ...bad, loggedCall())
    expect(desk.all().map(({ startedAt }) => startedAt - NOW)).toEqual([350_000, 300_000, 200_001, 100_000])
  })
})

describe('many', () => {
  it('records of one second are stored as fast as others', () => {
    const desk = afterGap()
    const calls = Array.from({ length: 2_000 }, (_, index) =>
      loggedCall({
        ivrid: index % 2 === 0 ? `c${index}` : null,
        phone: index % 3 === 0 ? withheld : caller(index),
      }),
    )
    const { added } = desk.fill(500, ...calls)
    expect(added.length).toBe(desk.journal.history({ filter: 'all', limit: 2_000 }).calls.length)
    expect(desk.fill(500, ...calls)).toEqual({ added: [], corrected: [], missed: [], removed: 0 })
  })
})

describe('the tables', () => {
  it('are pruned with the calls', () => {
    const { path, remove } = temporaryFile()
    const desk = loggedDesk({ path })
    for (let hour = 0; hour < 40; hour += 2) {
      desk.logIn(hour % 4 === 0 ? ME : 0)
      desk.see(hour * 3_600)
      desk.see(hour * 3_600 + 100)
      desk.journal.noteLogged(
        second(hour * 3_600),
        second(hour * 3_600 + 90),
        second(hour * 3_600 + 100),
        'SIPSIP2',
      )
    }
    desk.fill(200_000, loggedCall({ startedAt: second(50) }))
    desk.journal.forgetCaller(noa)
    while (desk.journal.prune(second(200_000)) > 0);
    desk.journal.close()
    const db = new DatabaseSync(path)
    const rows = ['calls', 'logged', 'logged_spans', 'forgotten', 'parts'].map(
      (table) => db.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.['rows'],
    )
    expect(rows).toEqual([0, 0, 0, 0, 0])
    expect(db.prepare('SELECT count(*) AS rows FROM logins').get()?.['rows']).toBeLessThanOrEqual(1)
    db.close()
    remove()
  })
})
