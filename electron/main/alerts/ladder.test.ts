import { describe, expect, it } from 'vitest'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import type { Rung, RungOutcome, RungOutcomes } from '../../../core/domain.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createLadder } from './ladder.ts'

const ring: AlertNotification = {
  id: 'ring-1',
  kind: 'ring',
  title: 'Ringing',
  body: '',
  call: 'S/1',
  stays: true,
  silent: false,
  copyLabel: null,
}

type Answers = Partial<Record<Rung, RungOutcome | Promise<RungOutcome> | Error>>

function setUp(answers: Answers) {
  const did: string[] = []
  const clock = virtualClock()
  const rung = (name: Rung) => ({
    raise() {
      did.push(`raise ${name}`)
      const answer = answers[name] ?? new Promise<RungOutcome>(() => undefined)
      if (answer instanceof Error) throw answer
      return answer
    },
    lower: () => void did.push(`lower ${name}`),
    clear: () => void did.push(`clear ${name}`),
  })
  const ladder = createLadder({
    rungs: {
      notification: rung('notification'),
      popup: rung('popup'),
      tray: rung('tray'),
      sound: rung('sound'),
    },
    settings: () => DEFAULT_SETTINGS,
    clock,
    log: { info: () => undefined, warn: () => undefined },
  })
  return { ladder, did, clock }
}

describe('createLadder', () => {
  it('shows only the notification when that works', async () => {
    const { ladder, did } = setUp({ notification: 'shown' })
    expect(await ladder.show(ring)).toBe('shown')
    expect(did).toEqual(['raise notification'])
  })

  it('moves on after 2 s without an outcome, and reports each rung’s outcome', async () => {
    const { ladder, did, clock } = setUp({ popup: 'shown' })
    const reported: RungOutcomes[] = []
    const outcome = ladder.show(ring, (rungs) => reported.push(rungs))
    await clock.advance(1_999)
    expect(did).toEqual(['raise notification'])
    await clock.advance(1)
    expect(await outcome).toBe('no-answer')
    expect(did).toEqual(['raise notification', 'raise popup'])
    expect(reported.at(-1)).toEqual({ notification: 'no-answer', popup: 'shown' })
  })

  it('withdraws everything when the ring is over before the outcome, and shows nothing more', async () => {
    const { ladder, did, clock } = setUp({})
    const outcome = ladder.show(ring)
    await clock.advance(500)
    ladder.withdraw('ring-1')
    await clock.advance(10_000)
    expect(await outcome).toBe('no-answer')
    expect(did).toEqual(['raise notification', 'lower notification'])
  })

  it('withdraws every rung when the ring ends', async () => {
    const { ladder, did, clock } = setUp({
      notification: 'refused',
      popup: new Error('gone'),
      tray: 'given',
      sound: 'given',
    })
    await ladder.show(ring)
    await clock.advance(0)
    ladder.withdraw('ring-1')
    expect(did).toEqual([
      ...['raise notification', 'raise popup', 'raise tray', 'raise sound'],
      ...['lower notification', 'lower popup', 'lower tray', 'lower sound'],
    ])
  })

  it('withdraws even what it no longer tracks because it disappears automatically', async () => {
    const { ladder, did } = setUp({ notification: 'shown' })
    await ladder.show({ ...ring, id: 'missed-1', kind: 'missed', stays: false })
    ladder.withdraw('missed-1')
    expect(did).toContain('lower notification')
    ladder.clear()
    expect(did).toContain('clear notification')
  })

  it('leaves the notification when the user has seen the call elsewhere', async () => {
    const { ladder, did } = setUp({ notification: 'failed', popup: 'shown' })
    await ladder.show(ring)
    await Promise.resolve()
    ladder.seen('ring-1')
    expect(did).not.toContain('lower notification')
    expect(did).toContain('lower popup')
  })

  it('tries every rung for a test, one after the other', async () => {
    const { ladder, did, clock } = setUp({ popup: 'shown', tray: 'given', sound: 'given' })
    const walked = ladder.walk({ ...ring, kind: 'test' })
    await clock.advance(2_000)
    expect(await walked).toEqual({ notification: 'no-answer', popup: 'shown', tray: 'given', sound: 'given' })
    expect(did.filter((one) => one.startsWith('raise'))).toHaveLength(4)
  })
})
