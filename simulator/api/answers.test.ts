import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createWorld, type World } from '../world/world.ts'
import type { WrongCode } from './authorise.ts'
import { extensionsAnswer } from './extensions-answer.ts'
import { muteAnswer } from './mute-answer.ts'
import { statusAnswer } from './status-answer.ts'
import { queuesAnswer } from './queues-answer.ts'

const START = Date.UTC(2026, 0, 15, 6)
const example = (name: string): string =>
  readFileSync(new URL(`../../tests/fixtures/api/${name}.json`, import.meta.url), 'utf8')

/** The keys in order and the type of each value; for a list, all shapes that occur. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(shape(item))))].toSorted()
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.entries(value).map(([key, inner]) => [key, key === 'customdata' ? 'object' : shape(inner)])
}

function worldOf(zone = 'Asia/Jerusalem', startAt = START): World {
  const world = createWorld({ seed: 7, scenario: 'busy-shift', startAt, zone })
  world.setQuiet(true)
  return world
}

/** A response as a client receives it. */
const asJson = (answer: object): unknown => JSON.parse(JSON.stringify(answer))

const account = (wrongCode: WrongCode = 'error') => ({ code: 'secret', wrongCode })
const asked = (more: object = {}) => ({ code: 'secret', ...more })

describe('GetExtensionsCalls', () => {
  it('has the structure of the documented response, including the order of its keys', () => {
    const world = worldOf()
    world.hand.call({ extension: 'SIPSIP2', direction: 'Outgoing' })
    world.hand.answer({ extension: 'SIPSIP2' })
    expect(shape(extensionsAnswer(world, account(), asked()))).toEqual(
      shape(JSON.parse(example('extensions'))),
    )
  })

  it('reports a call from ringing to hold in the API’s words', () => {
    const world = worldOf('UTC')
    const call = (): unknown => {
      const answer = asJson(extensionsAnswer(world, account(), asked({ extension: 'SIPSIP2' }))) as {
        EXTENSIONS: [{ calls: [unknown] }]
      }
      return answer.EXTENSIONS[0].calls[0]
    }
    world.hand.call({
      extension: 'SIPSIP2',
      phone: '0501234567',
      name: 'Sales',
      did: '039001234',
      ivrid: 'abc',
    })
    const began = START / 1000
    expect(call()).toEqual({
      callStarted: began,
      callAnswered: 0,
      answered: 0,
      callername: 'Sales',
      callerphone: '0501234567',
      callstatus: 'Ringing',
      customdata: {},
      direction: 'Incoming',
      ivrid: 'abc',
      recording: { Filename: 'abc-aws-SIPSIP2-972501234567.mp3', IsMuted: 0 },
      did: '039001234',
    })
    world.advanceTo(START + 8_000)
    world.hand.answer({ ivrid: 'abc' })
    world.hand.hold({ ivrid: 'abc' })
    expect(call()).toMatchObject({
      callStarted: began,
      callAnswered: began + 8,
      answered: 1,
      callstatus: 'Hold',
    })
  })

  it('returns an empty list for an unknown extension, and for one in different case', () => {
    const empty = { ERR: 0, DESC: 'OK', EXTENSIONS: [] }
    expect(extensionsAnswer(worldOf(), account(), asked({ extension: 'nobody' }))).toEqual(empty)
    expect(extensionsAnswer(worldOf(), account(), asked({ extension: 'sipsip2' }))).toEqual(empty)
    expect(extensionsAnswer(worldOf(), account(), asked({ extension: ['SIPSIP2'] }))).toMatchObject({
      ERR: 2,
    })
  })

  it('responds to a wrong code in either way, and to a missing one with an error', () => {
    const refused = { ERR: 1, DESC: 'Authorization failed.' }
    expect(extensionsAnswer(worldOf(), account('error'), { code: 'Secret' })).toEqual(refused)
    expect(extensionsAnswer(worldOf(), account('empty'), { code: 'Secret' })).toEqual({
      ERR: 0,
      DESC: 'OK',
      EXTENSIONS: [],
    })
    expect(extensionsAnswer(worldOf(), account('empty'), {})).toEqual(refused)
    expect(extensionsAnswer(worldOf(), account('empty'), null)).toEqual(refused)
    expect(extensionsAnswer(worldOf(), account('empty'), { Code: 'secret' })).toEqual(refused)
  })

  it('writes the wall clock as if it were UTC, in winter and in summer', () => {
    for (const [zone, startAt, hours] of [
      ['Asia/Jerusalem', Date.UTC(2026, 0, 15, 6), 2],
      ['Asia/Jerusalem', Date.UTC(2026, 6, 15, 6), 3],
      ['UTC', Date.UTC(2026, 6, 15, 6), 0],
    ] as const) {
      const world = worldOf(zone, startAt)
      world.hand.call({ extension: 'SIPSIP2' })
      const text = JSON.stringify(extensionsAnswer(world, account(), asked({ extension: 'SIPSIP2' })))
      expect(text).toContain(`"callStarted":${startAt / 1000 + hours * 3_600},`)
    }
  })
})

describe('GetQueuesCallers', () => {
  it('has the structure of the documented response, and reports the API’s current time', () => {
    const world = createWorld({ seed: 7, scenario: 'busy-shift', startAt: START, zone: 'Asia/Jerusalem' })
    const callers = () => world.queues().flatMap((queue) => world.waiting(queue))
    for (let at = START; callers().length === 0; at += 1_000) world.advanceTo(at)
    world.advanceTo(world.now() + 500)
    const answer = asJson(queuesAnswer(world, account(), asked())) as {
      QUEUES: { Callers: { JoinTime: number; Duration: number; CallID: string }[] }[]
    }
    expect(shape(answer)).toEqual(shape(JSON.parse(example('queues'))))
    const [caller] = answer.QUEUES.flatMap(({ Callers }) => Callers)
    expect(caller!.JoinTime + caller!.Duration).toBe(Math.floor(world.now() / 1000) + 2 * 3_600)
    expect(caller!.CallID).toBe(callers()[0]!.ivrid)
  })

  it('returns one queue by its id, as number or text, and refuses an unknown one', () => {
    const world = worldOf()
    const { id, name } = world.queues()[1]!
    for (const queue of [id, String(id)]) {
      expect(queuesAnswer(world, account(), asked({ queue }))).toMatchObject({
        QUEUES: [{ Name: name, ID: id }],
      })
    }
    expect(queuesAnswer(world, account(), asked({ queue: '1' }))).toMatchObject({
      ERR: 2,
      DESC: 'Queue is not found in this account',
    })
  })
})

describe('MuteUnmuteCalls', () => {
  it('mutes by id or extension without a code, and has the structure of the documented response', () => {
    const world = worldOf()
    world.hand.call({ extension: 'SIPSIP2', ivrid: 'abc' })
    const muted = (): boolean => world.agent('SIPSIP2')!.legs[0]!.muted
    const answer = muteAnswer(world, { ivrid: 'abc', state: '1' })
    expect(shape(answer)).toEqual(shape(JSON.parse(example('mute'))))
    expect(muted()).toBe(true)
    expect(muteAnswer(world, { extension: 'SIPSIP2', state: 0 })).toMatchObject({ Message: 'Success' })
    expect(muted()).toBe(false)
  })

  it('does not mute a later call', () => {
    const world = worldOf()
    world.hand.call({ extension: 'SIPSIP2' })
    muteAnswer(world, { extension: 'SIPSIP2', state: '1' })
    world.hand.call({ extension: 'SIPSIP2' })
    expect(world.agent('SIPSIP2')!.legs.map(({ muted }) => muted)).toEqual([true, false])
  })

  it('says what is wrong', () => {
    expect(muteAnswer(worldOf(), { ivrid: 'none', state: '1' })).toMatchObject({
      Message: 'UniqueIvrID not found',
    })
    for (const parameters of [null, {}, { ivrid: 'abc' }, { state: '1' }, { ivrid: 'abc', state: '2' }]) {
      expect(muteAnswer(worldOf(), parameters)).toMatchObject({ Message: 'Parameters are not valid' })
    }
  })
})

describe('SetStatusFromAPI', () => {
  const world = worldOf()
  const of = (extension: string) => world.agent(extension)!
  const ask = (more: object = {}) =>
    statusAnswer(
      world,
      { code: 'secret' },
      {
        Code: 'secret',
        UserId: String(of('SIPSIP2').userId),
        ExtensionUser: 'SIPSIP2',
        Status: 3,
        ...more,
      },
    )
  const said = (Status: number, StatusError: number, StatusErroMessage: string) => ({
    Status,
    StatusError,
    StatusErroMessage,
  })

  it('sets a status, which the next list shows', () => {
    expect(ask()).toEqual(said(1, 1, 'OK'))
    expect(of('SIPSIP2').status).toBe(3)
    expect(asJson(extensionsAnswer(world, account(), asked({ extension: 'SIPSIP2' })))).toMatchObject({
      EXTENSIONS: [{ onlineUserStatus: 3, onlineUserID: of('SIPSIP2').userId }],
    })
  })

  it('logs out and in again', () => {
    expect(ask({ Status: '2' })).toEqual(said(1, 1, 'OK'))
    expect(of('SIPSIP2').onlineUserId).toBe(0)
    expect(ask({ Status: 1 })).toEqual(said(1, 1, 'OK'))
    expect([of('SIPSIP2').status, of('SIPSIP2').onlineUserId]).toEqual([1, of('SIPSIP2').userId])
  })

  it.each([
    [{ Code: 'wrong' }, said(2, 1, 'Authorization Failed')],
    [{ Code: undefined, code: 'secret' }, said(2, 1, 'Authorization Failed')],
    [{ UserId: '1' }, said(2, 1, 'Authorization Failed')],
    [{ ExtensionUser: 'sipsip2' }, said(3, 1, 'No extension found')],
    [{ Status: 4 }, said(4, 1, 'Status not support')],
    [{ Status: 'Lunch' }, said(0, 0, 'Wrong format')],
    [{ Status: null }, said(0, 6, 'Missing parameters')],
  ])('responds to %j with %j, and changes nothing', (more, expected) => {
    world.hand.logIn('SIPSIP2')
    expect(ask(more)).toEqual(expected)
    expect(of('SIPSIP2').status).toBe(1)
  })

  it('refuses an extension where another person is logged in', () => {
    expect(ask({ UserId: String(of('SIPSIP1').userId) })).toEqual(said(3, 1, 'Extension is already in use'))
  })
})
