import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loggedInAt, ownPhone, phoneInUse, type OwnPhoneFacts } from './own-phone.ts'

const DANA = 7
const NOA = 8
const facts = (changes: Partial<OwnPhoneFacts> = {}): OwnPhoneFacts => ({
  followed: null,
  isOwnByPolicy: true,
  masked: false,
  location: { kind: 'fixed', extension: 'SIPSIP2' },
  agent: { extension: 'SIPSIP2', userId: DANA, onlineUserId: DANA },
  seenAt: null,
  ...changes,
})
const desk = (userId?: number, onlineUserId?: number): Pick<OwnPhoneFacts, 'agent'> => ({
  agent: {
    extension: 'SIPSIP2',
    ...(userId === undefined ? {} : { userId }),
    ...(onlineUserId === undefined ? {} : { onlineUserId }),
  },
})
const own = (userId: number, extension = 'SIPSIP2') => ({ kind: 'own', extension, userId })
const at = (extension: string) => ({ kind: 'at', extension, since: 0 }) as const
const nowhere = { kind: 'nowhere', since: 0 } as const

describe('an extension that the policy fixes is the agent’s', () => {
  it('whoever is logged in there; the id is theirs, else the owner’s', () => {
    expect(ownPhone(facts(desk(DANA, NOA)))).toEqual(own(NOA))
    expect(ownPhone(facts(desk(DANA)))).toEqual(own(DANA))
  })

  it('unless neither is known: then nothing can be sent', () => {
    expect(ownPhone(facts(desk()))).toEqual({ kind: 'none', why: 'no-person' })
    expect(ownPhone(facts({ agent: null }))).toEqual({ kind: 'none', why: 'not-known' })
  })
})

describe('an extension that the user chose is the agent’s', () => {
  const chosen = { isOwnByPolicy: false }
  it('while its owner is logged in, and not while someone else is', () => {
    expect(ownPhone(facts({ ...chosen, ...desk(DANA, DANA) }))).toEqual(own(DANA))
    expect(ownPhone(facts({ ...chosen, ...desk(DANA, NOA) }))).toMatchObject({ why: 'somebody-else' })
    expect(ownPhone(facts({ ...chosen, ...desk(undefined, NOA) }))).toMatchObject({ why: 'somebody-else' })
  })

  it('after they logged out, only if they were seen there', () => {
    expect(ownPhone(facts({ ...chosen, ...desk(DANA) }))).toMatchObject({ why: 'nowhere' })
    expect(ownPhone(facts({ ...chosen, ...desk(DANA), seenAt: 'SIPSIP2' }))).toEqual(own(DANA))
    expect(ownPhone(facts({ ...chosen, ...desk(DANA), seenAt: 'Other' }))).toMatchObject({ why: 'nowhere' })
  })
})

describe('a followed person’s phone', () => {
  const followed = { followed: DANA, isOwnByPolicy: false }
  it('is where they are logged in', () => {
    expect(ownPhone(facts({ ...followed, location: at('SIPSIP2') }))).toEqual(own(DANA))
    expect(ownPhone(facts({ ...followed, location: at('Elsewhere') }))).toMatchObject({ why: 'not-known' })
    expect(ownPhone(facts({ ...followed, location: at('SIPSIP2'), ...desk(DANA, NOA) }))).toMatchObject({
      why: 'somebody-else',
    })
    expect(ownPhone(facts({ ...followed, location: { kind: 'looking' } }))).toMatchObject({
      why: 'not-known',
    })
  })

  it('is where they last were, after they logged out here', () => {
    expect(ownPhone(facts({ ...followed, location: nowhere }))).toMatchObject({ why: 'nowhere' })
    expect(ownPhone(facts({ ...followed, location: nowhere, seenAt: 'Desk7' }))).toEqual(own(DANA, 'Desk7'))
  })
})

it('is unknown with masking, since the extension may be a colleague’s', () => {
  expect(ownPhone(facts({ masked: true }))).toEqual({ kind: 'none', why: 'maybe-colleague' })
})

it('is never an extension where someone else is logged in, unless a policy fixes it', () => {
  const ids = fc.constantFrom(undefined, DANA, NOA)
  const places = fc.constantFrom(at('SIPSIP2'), at('Other'), nowhere, { kind: 'looking' } as const)
  const seen = fc.constantFrom(null, 'SIPSIP2', 'Other')
  const whom = fc.constantFrom(null, DANA)
  fc.assert(
    fc.property(ids, ids, places, seen, whom, (userId, online, location, seenAt, followed) => {
      const found = ownPhone(
        facts({ isOwnByPolicy: false, ...desk(userId, online), location, seenAt, followed }),
      )
      if (found.kind === 'none' || found.extension !== 'SIPSIP2' || online === undefined) return
      expect(found.userId).toBe(online)
      expect(online).toBe(followed ?? userId)
    }),
  )
})

it('remembers where this person is logged in', () => {
  expect(loggedInAt(facts(desk(DANA, DANA)))).toBe('SIPSIP2')
  expect(loggedInAt(facts(desk(DANA, NOA)))).toBeNull()
  expect(loggedInAt(facts({ ...desk(DANA, NOA), followed: NOA }))).toBe('SIPSIP2')
  expect(loggedInAt(facts(desk(DANA)))).toBeNull()
})

describe('the phone that calls are placed from', () => {
  it('is the one that the policy fixes, although the response names nobody', () => {
    expect(phoneInUse(facts(desk()))).toBe('SIPSIP2')
    expect(phoneInUse(facts({ ...desk(), isOwnByPolicy: false }))).toBeNull()
  })

  it('is a chosen one only while its owner is logged in', () => {
    expect(phoneInUse(facts({ isOwnByPolicy: false }))).toBe('SIPSIP2')
    expect(phoneInUse(facts({ isOwnByPolicy: false, ...desk(DANA) }))).toBeNull()
    expect(phoneInUse(facts({ isOwnByPolicy: false, ...desk(DANA, NOA) }))).toBeNull()
  })
})
