import { describe, expect, it } from 'vitest'
import type { HistoryCall } from '../../../../core/history/history-call.ts'
import type { LoggedFacts } from '../../../../core/call-log/logged-facts.ts'
import { START, good, step, view, viewedCall } from '../../testing/sample-step.ts'
import { storedRow } from '../../testing/stored-row.ts'
import type { Violation } from '../../violation.ts'
import type { Evening } from '../evening.ts'
import type { LogAnswer } from '../log-answer.ts'
import type { WorldCall } from '../world-calls.ts'
import { asLogged } from './as-logged.ts'
import { asksRarely } from './asks-rarely.ts'
import { gapsNamed } from './gaps-named.ts'
import { oneTruth } from './one-truth.ts'
import { onlyTheirs } from './only-theirs.ts'
import { toDoList } from './to-do-list.ts'

const MINUTE_MS = 60_000
const ME = 7

/** A missed call a minute after the start. */
function worldCall(id: string, change: Partial<WorldCall> = {}): WorldCall {
  return {
    ...{ key: `SIPSIP2/${id}`, extension: 'SIPSIP2', ids: [id], users: [ME], isIncoming: true },
    ...{
      phone: '0722776772',
      startedAt: START + MINUTE_MS,
      starts: [START + MINUTE_MS],
      endedAt: START + MINUTE_MS + 15_000,
    },
    ...{ outcome: 'missed', talkSeconds: 0, answeredBy: '', ...change },
  }
}

const unseen: LoggedFacts = { at: START, unseen: true, recordingUrl: null, queue: '' }
const seen: LoggedFacts = { ...unseen, unseen: false }

/** The same call as the log has it. */
function said(id: string, change: Partial<LogAnswer> = {}, row: object = {}): LogAnswer {
  const rows = [
    {
      CallID: id,
      CdrType: 8,
      DialStatus: 'NOANSWER',
      Duration: 0,
      DateEpoch: START / 1000,
      Targetextension: 'SIPSIP2',
      ...row,
    },
  ]
  const search = {
    from: START,
    to: START,
    extensions: ['SIPSIP2'],
    cdrTypes: null,
    phones: null,
    callId: null,
  }
  return { run: 1, askedAt: START, at: START, fault: null, search, kind: 'whole', rows, ...change }
}

/** Blind for ten minutes from the start, in which a call was missed; it is filled in. */
function evening(change: Partial<Evening> = {}): Evening {
  return {
    at: START + 60 * MINUTE_MS,
    world: [worldCall('a')],
    answers: [said('a')],
    taken: [step(START, good(START)), step(START + 10 * MINUTE_MS, good(START + 10 * MINUTE_MS))],
    stored: [storedRow('a', { logged: unseen, startedAt: START + MINUTE_MS })],
    blindSpots: [{ from: START, to: START + 10 * MINUTE_MS, why: 'not-running' }],
    open: [],
    missed: [storedRow('a', { logged: unseen, startedAt: START + MINUTE_MS })],
    forgotten: [],
    dismissed: [],
    clockRight: true,
    ...change,
  }
}

/** Somebody else logs in at the extension, these minutes after the start; and the agent again. */
const guestFrom = (minutes: number) => {
  const at = START + minutes * MINUTE_MS
  return step(at, { ...good(at), view: view(at, [], { onlineUserId: 9 }) })
}
const backAt = (minutes: number) => step(START + minutes * MINUTE_MS, good(START + minutes * MINUTE_MS))

const texts = (found: readonly Violation[]): readonly string[] => found.map(({ what }) => what)
const row = (id: string, change: Partial<HistoryCall> = {}): HistoryCall =>
  storedRow(id, { logged: unseen, startedAt: START + MINUTE_MS, ...change })

it('nothing is wrong with a day that the log completes', () => {
  const day = evening()
  for (const check of [oneTruth, onlyTheirs, asLogged, gapsNamed, toDoList]) expect(check(day)).toEqual([])
})

describe('each call once', () => {
  it('finds a call that never was, and one that is stored again without its id or as a leg', () => {
    expect(texts(oneTruth(evening({ stored: [row('b')] })))).toEqual([
      'SIPSIP2/b is stored from the log, but never was',
    ])
    const again = row('', { key: 'SIPSIP2/?1', startedAt: START + MINUTE_MS + 2_000 })
    expect(texts(oneTruth(evening({ stored: [row('a'), again] })))).toEqual([
      'SIPSIP2/a is stored 2 times: SIPSIP2/a, SIPSIP2/?1',
    ])
    const legs = evening({ world: [worldCall('a', { ids: ['a', 'leg'] })], stored: [row('a'), row('leg')] })
    expect(oneTruth(legs)).toHaveLength(1)
  })

  it('accepts two legs that polls saw', () => {
    const world = [worldCall('a', { ids: ['a', 'leg'] })]
    expect(
      oneTruth(evening({ world, stored: [row('a', { logged: seen }), row('leg', { logged: seen })] })),
    ).toEqual([])
  })
})

describe('only their own calls', () => {
  it('finds the call of someone else who was logged in', () => {
    const found = onlyTheirs(evening({ world: [worldCall('a', { users: [9] })] }))
    expect(texts(found)).toEqual(['SIPSIP2/a is stored from the log, but was that of 9'])
  })

  it('finds the call of a guest that was read for the person who came back', () => {
    const at = (minute: number, onlineUserId: number) => {
      const time = START + minute * MINUTE_MS
      const shown = good(time)
      return step(time, { ...shown, view: { ...shown.view, onlineUserId } })
    }
    const taken = [at(0, 9), at(2, 9), at(10, ME)]
    const world = [worldCall('a', { users: [9] })]
    const answers = [said('a', { at: START + 11 * MINUTE_MS })]
    expect(onlyTheirs(evening({ taken, world, answers }))).toHaveLength(1)
    expect(
      onlyTheirs(evening({ taken, world, answers: [said('a', { at: START + 3 * MINUTE_MS })] })),
    ).toEqual([])
  })

  it('accepts one that polls saw', () => {
    const world = [worldCall('a', { users: [9] })]
    expect(onlyTheirs(evening({ world, stored: [row('a', { logged: seen })] }))).toEqual([])
  })

  it('finds a forgotten caller’s call that came back', () => {
    const forgotten = [
      { at: START + 30 * MINUTE_MS, clockAt: START + 30 * MINUTE_MS, phone: '+972722776772' },
    ]
    expect(texts(onlyTheirs(evening({ forgotten })))).toEqual([
      'SIPSIP2/a is stored, but its caller was forgotten since',
    ])
    const ahead = forgotten.map((one) => ({ ...one, clockAt: START - MINUTE_MS }))
    expect(onlyTheirs(evening({ forgotten: ahead, clockRight: false }))).toEqual([])
    const polled = [step(START + MINUTE_MS, good(START + MINUTE_MS, viewedCall('a')))]
    expect(onlyTheirs(evening({ forgotten: ahead, clockRight: false, taken: polled }))).toHaveLength(1)
    const before = [{ at: START, clockAt: START, phone: '0722776772' }]
    expect(onlyTheirs(evening({ forgotten: before }))).toEqual([])
  })
})

describe('as the log says', () => {
  const answered = { DialStatus: 'ANSWER', Duration: 40 }

  it('finds another outcome, another duration, and facts that the log never stated', () => {
    expect(asLogged(evening({ answers: [said('a', {}, answered)] }))).toHaveLength(1)
    const stored = [row('a', { outcome: 'completed', talkSeconds: 30, holdSeconds: 5 })]
    expect(asLogged(evening({ stored, answers: [said('a', {}, answered)] }))).toHaveLength(1)
    expect(
      asLogged(
        evening({
          stored: [row('a', { outcome: 'completed', talkSeconds: 30, holdSeconds: 10 })],
          answers: [said('a', {}, answered)],
        }),
      ),
    ).toEqual([])
    expect(texts(asLogged(evening({ answers: [] })))).toEqual([
      'SIPSIP2/a is stored as logged, but the log never said so',
    ])
  })

  it('a record of a colleague alone says nothing of a call that polls never saw here', () => {
    const theirs = said('a', { fault: 'log-ring-group' }, { ...answered, Targetextension: 'SIPSIP3' })
    expect(asLogged(evening({ answers: [said('a'), theirs] }))).toEqual([])
    const taken = [step(START, good(START, viewedCall('a'))), ...evening().taken]
    expect(asLogged(evening({ answers: [said('a'), theirs], taken }))).toHaveLength(1)
  })

  it('the last response counts, and a colleague’s answer isn’t a talk here', () => {
    expect(asLogged(evening({ answers: [said('a', {}, answered), said('a')] }))).toEqual([])
    expect(asLogged(evening({ answers: [said('a'), said('a', {}, answered)] }))).toHaveLength(1)
    const later = said('a', {}, { ...answered, DateEpoch: START / 1000 + 60 })
    const onlyItsEnd = { ...later, search: { ...later.search!, from: START + MINUTE_MS } }
    const talks = said('a', {}, { ...answered, Duration: 90 })
    const stays = [row('a', { outcome: 'completed', talkSeconds: 90 })]
    expect(asLogged(evening({ stored: stays, answers: [talks, onlyItsEnd] }))).toEqual([])
    expect(asLogged(evening({ stored: stays, answers: [talks, later] }))).toHaveLength(1)
    expect(asLogged(evening({ answers: [said('a'), onlyItsEnd] }))).toHaveLength(1)
    const world = [worldCall('a', { outcome: 'completed', answeredBy: 'Yael' })]
    const stored = [row('a', { outcome: 'completed', answeredBy: 'Yael' })]
    const by = { RepresentativeName: 'Yael', UserName: 'Dana' }
    expect(asLogged(evening({ world, stored, answers: [said('a', {}, by)] }))).toEqual([])
    expect(asLogged(evening({ world, answers: [said('a', {}, by)] }))).toHaveLength(1)
    // A log that lies about others may make it seem that Yael was logged in here.
    expect(asLogged(evening({ world, answers: [said('a', { fault: 'log-disagrees' }, by)] }))).toEqual([])
    // She was logged in at two phones.
    const herself = { ...by, UserName: 'Yael' }
    expect(asLogged(evening({ world, answers: [said('a', {}, herself)] }))).toEqual([])
    expect(asLogged(evening({ world, stored, answers: [said('a', {}, herself)] }))).toEqual([])
  })

  it('finds a call whose end nobody saw, and for which the log’s isn’t taken although it has all of it', () => {
    const { logged: _, ...unresolved } = row('a', { endSeen: false, outcome: 'unknown' })
    const day = evening({ stored: [unresolved], answers: [said('a', { at: START + 60 * MINUTE_MS })] })
    expect(texts(asLogged(day))).toEqual(['SIPSIP2/a has no known end, but the log says how it ended'])
    const accepted: readonly Partial<Evening>[] = [
      { answers: [said('a')] },
      { taken: [...day.taken, guestFrom(50), backAt(70)] },
      { answers: [said('a', { at: START + 60 * MINUTE_MS, fault: 'log-disagrees' })] },
      { world: [worldCall('a', { isIncoming: false })] },
      { world: [worldCall('a', { users: [9] })] },
      { clockRight: false },
    ]
    for (const change of accepted) expect(asLogged({ ...day, ...change })).toEqual([])
  })

  it('accepts any outcome of a first leg alone, and records without an id replace nothing', () => {
    const world = [worldCall('a', { isIncoming: false, outcome: 'completed' })]
    const leg = [said('a', {}, { CdrType: 9 })]
    for (const outcome of ['completed', 'unanswered'] as const)
      expect(asLogged(evening({ world, answers: leg, stored: [row('a', { outcome })] }))).toEqual([])
    expect(asLogged(evening({ world, answers: leg, stored: [row('a')] }))).toHaveLength(1)
    const unnamed = said('a', { fault: 'log-no-ids' })
    const stored = [row('a', { outcome: 'completed', talkSeconds: 40 })]
    expect(asLogged(evening({ answers: [said('a', {}, answered), unnamed], stored }))).toEqual([])
    expect(asLogged(evening({ answers: [unnamed], stored }))).toHaveLength(1)
  })

  it('accepts any of its responses once the clock was set, and nothing else', () => {
    const answers = [said('a', {}, answered), said('a')]
    const stored = [row('a', { outcome: 'completed', talkSeconds: 40 })]
    expect(asLogged(evening({ answers, clockRight: false }))).toEqual([])
    expect(asLogged(evening({ answers, stored, clockRight: false }))).toEqual([])
    expect(asLogged(evening({ answers, stored }))).toHaveLength(1)
    const other = [row('a', { outcome: 'unanswered' })]
    expect(asLogged(evening({ answers, stored: other, clockRight: false }))).toHaveLength(1)
  })

  it('accepts what it said before a response that may have had the call, or what that may have said', () => {
    const world = [worldCall('a', { outcome: 'completed', talkSeconds: 40 })]
    const answers = [said('a'), said('a', { kind: 'part', rows: [] })]
    const found = (outcome: 'missed' | 'completed' | 'unanswered', talkSeconds: number) =>
      asLogged(evening({ world, answers, stored: [row('a', { outcome, talkSeconds })] }))
    expect([...found('missed', 0), ...found('completed', 40)]).toEqual([])
    expect([...found('unanswered', 0), ...found('completed', 50)]).toHaveLength(2)
  })

  it('accepts a leg that polls saw as a row of its own', () => {
    const world = [worldCall('a', { ids: ['a', 'leg'], outcome: 'completed' })]
    const whole = row('a', { outcome: 'completed', talkSeconds: 40, logged: seen })
    const day = { world, answers: [said('a', {}, answered)] }
    expect(asLogged(evening({ ...day, stored: [row('leg', { logged: seen }), whole] }))).toEqual([])
    expect(asLogged(evening({ ...day, stored: [row('leg', { logged: seen })] }))).toHaveLength(1)
  })

  it('finds that what polls saw can’t be read any more', () => {
    const taken = [step(START, good(START, viewedCall('a'))), step(START + 5_000, good(START + 5_000))]
    const day = evening({ taken, answers: [said('a', {}, answered)] })
    const stored = row('a', { outcome: 'completed', talkSeconds: 40, logged: seen })
    expect(texts(asLogged({ ...day, stored: [stored] }))).toEqual([
      'SIPSIP2/a was seen as missed, is stored as completed, and nothing says so',
    ])
    const polled = { ...seen, polled: { outcome: 'missed' as const } }
    expect(asLogged({ ...day, stored: [{ ...stored, logged: polled }] })).toEqual([])
  })
})

describe('complete, or named', () => {
  const lacking = evening({ stored: [] })

  it('finds a call that the log had, or that was in a gap that nobody names', () => {
    expect(texts(gapsNamed(lacking))).toEqual(["SIPSIP2/a, missed, isn't in the history, and the log had it"])
    expect(texts(gapsNamed({ ...lacking, answers: [] }))).toEqual([
      "SIPSIP2/a, missed, isn't in the history, and no gap is named for it",
    ])
  })

  it('accepts one in a gap that is named, one too short for polls, and one that was forgotten or isn’t theirs', () => {
    const open = [{ extension: 'SIPSIP2', from: START, to: START + 10 * MINUTE_MS }]
    expect(gapsNamed({ ...lacking, answers: [], open })).toEqual([])
    expect(gapsNamed({ ...lacking, answers: [], blindSpots: [] })).toEqual([])
    expect(
      gapsNamed({ ...lacking, forgotten: [{ at: lacking.at, clockAt: lacking.at, phone: '0722776772' }] }),
    ).toEqual([])
    expect(gapsNamed({ ...lacking, world: [worldCall('a', { users: [9] })] })).toEqual([])
  })

  it('accepts one of a time when a response showed that the person was logged in nowhere', () => {
    const nowhere = step(START + MINUTE_MS / 2, { kind: 'nowhere' })
    const [first, next] = lacking.taken
    expect(gapsNamed({ ...lacking, taken: [first!, nowhere, next!] })).toEqual([])
    const later = { ...nowhere, at: START + 9 * MINUTE_MS }
    expect(gapsNamed({ ...lacking, taken: [first!, later, next!] })).toEqual([])
  })

  it('accepts one that the log had only while somebody else was logged in', () => {
    const taken = [...lacking.taken, guestFrom(20), backAt(40)]
    const readAt = (at: number): Evening => ({
      ...{ ...lacking, taken, blindSpots: [] },
      answers: [said('a', { at: START + at * MINUTE_MS })],
    })
    expect(gapsNamed(readAt(30))).toEqual([])
    expect(gapsNamed(readAt(15))).toHaveLength(1)
    expect(gapsNamed(readAt(50))).toHaveLength(1)
  })

  it('accepts one that began before the first response to show the person arrived, however early it was made', () => {
    const [, next] = lacking.taken
    const arrivesAt = (at: number): Evening => ({ ...lacking, taken: [step(at, good(START)), next!] })
    expect(gapsNamed(arrivesAt(START + MINUTE_MS + 1_000))).toEqual([])
    expect(gapsNamed(arrivesAt(START + MINUTE_MS))).toHaveLength(1)
  })

  it('accepts one of which the log had only the record of another extension, for a ring group', () => {
    const group = (change: Partial<LogAnswer> = {}): LogAnswer =>
      said('a', { fault: 'log-ring-group', ...change }, { Targetextension: 'SIPSIP3' })
    expect(gapsNamed({ ...lacking, answers: [group()] })).toEqual([])
    expect(texts(gapsNamed({ ...lacking, answers: [group(), said('a')] }))).toEqual([
      "SIPSIP2/a, missed, isn't in the history, and the log had it",
    ])
    const search = { ...group().search!, extensions: ['SIPSIP3'] }
    expect(texts(gapsNamed({ ...lacking, answers: [group({ search })] }))).toEqual([
      "SIPSIP2/a, missed, isn't in the history, and no gap is named for it",
    ])
    expect(gapsNamed({ ...lacking, answers: [group({ search })], blindSpots: [] })).toEqual([])
  })
})

describe('missed calls are a to-do list', () => {
  it('finds one that is not in it, one that should not be, and one that is said to be called back', () => {
    expect(toDoList(evening({ missed: [] }))).toHaveLength(1)
    const dismissed = [{ at: START, call: 'SIPSIP2/a', isDismissed: true }]
    expect(texts(toDoList(evening({ dismissed })))).toEqual(['SIPSIP2/a was dismissed, and is in the list'])
    const again = [worldCall('a', { starts: [START - MINUTE_MS, START + MINUTE_MS] })]
    expect(toDoList(evening({ dismissed, world: again }))).toEqual([])
    const stored = [row('a', { dismissed: true })]
    expect(toDoList(evening({ dismissed, stored, missed: [] }))).toEqual([])
    const undone = [...dismissed, { ...dismissed[0]!, isDismissed: false }]
    expect(texts(toDoList(evening({ dismissed: undone, stored, missed: [] })))).toEqual([
      'SIPSIP2/a was put back, and is not in the list',
    ])
    expect(toDoList(evening({ missed: [row('a', { calledBack: START })] }))).toHaveLength(1)
    expect(texts(toDoList(evening({ missed: [row('a', { outcome: 'completed' })] })))).toContain(
      'SIPSIP2/a is in the list, but was completed',
    )
  })

  it('finds one whose caller was spoken to later', () => {
    const talk = row('b', { outcome: 'completed', talkSeconds: 9, startedAt: START + 5 * MINUTE_MS })
    expect(texts(toDoList(evening({ stored: [row('a'), talk] })))).toEqual([
      'SIPSIP2/a was called back by SIPSIP2/b',
    ])
    const rangBefore = { ...talk, startedAt: START, answeredAt: START + 2 * MINUTE_MS }
    expect(toDoList(evening({ stored: [row('a'), rangBefore] }))).toHaveLength(1)
    const goingOn = { ...rangBefore, answeredAt: START + 1 }
    expect(toDoList(evening({ stored: [row('a'), goingOn], missed: [row('a')] }))).toEqual([])
  })
})

describe('asks the log rarely', () => {
  const at = (ms: number, kind: LogAnswer['kind'] = 'whole'): LogAnswer =>
    said('a', { askedAt: START + ms, at: START + ms, kind })

  it('finds too many requests in an hour', () => {
    const many = Array.from({ length: 9 }, (_, minute) => at(minute * MINUTE_MS))
    expect(asksRarely(many, true)).toHaveLength(1)
    expect(asksRarely(many.slice(1), true)).toEqual([])
  })

  it('finds a pause after a failure that doesn’t become longer', () => {
    const refused = (minutes: number): LogAnswer => at(minutes * MINUTE_MS, 'refused')
    const failed = (minutes: number): LogAnswer => at(minutes * MINUTE_MS, 'failed')
    expect(asksRarely([refused(0), refused(4)], true)).toHaveLength(1)
    expect(texts(asksRarely([refused(0), failed(5), refused(14)], true))).toEqual([
      '540000 ms after failure 2 in a row',
    ])
    expect(asksRarely([refused(0), refused(5), refused(15), failed(35), failed(74)], true)).toHaveLength(1)
    expect(asksRarely([refused(0), refused(5), at(15 * MINUTE_MS), refused(16)], true)).toEqual([])
    expect(asksRarely([refused(0), refused(1)], false)).toEqual([])
    expect(asksRarely([refused(0), refused(0.05)], false)).toHaveLength(1)
  })

  it('accepts a pause that a call made longer than the next one', () => {
    const refused = (minutes: number): LogAnswer => at(minutes * MINUTE_MS, 'refused')
    expect(asksRarely([refused(0), refused(19), refused(33)], true)).toEqual([])
  })
})
