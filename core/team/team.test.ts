import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SeenExtension } from '../domain.ts'
import type { AgentLocation } from '../surroundings.ts'
import { initialBelief } from '../clock/api-clock.ts'
import { seenCall, seenExtension, somePhone } from '../testing/seen.ts'
import { loginWarnings } from './login-warnings.ts'
import { diffTeam } from './diff-team.ts'
import { findPerson } from './find-person.ts'
import { maskPhone } from './mask-phone.ts'
import { NO_TEAM, reduceTeam } from './reduce-team.ts'

const AT = Date.UTC(2026, 0, 15, 8, 0, 0)
const belief = initialBelief('UTC', AT)
const answered = { at: AT, belief, masked: false }
const extensionOf = (extension: string, change: Partial<SeenExtension> = {}): SeenExtension =>
  seenExtension([], { extension, ...change })
const talking = (extension: string, ivrid = 'a1') =>
  seenCall({ extension, ivrid, phase: 'talking', answered: true, answeredApiSeconds: AT / 1000 - 60 })

describe('the team', () => {
  it('shows who is logged in where and the state of their phone', () => {
    const call = { ...talking('B'), startedApiSeconds: AT / 1000 - 70 }
    const { state } = reduceTeam(
      NO_TEAM,
      [extensionOf('A', { onlineUserId: 0, owner: 'Yael' }), extensionOf('B', { calls: [call] })],
      answered,
    )
    expect([...state.rows.values()]).toMatchObject([
      { extension: 'A', person: 'Yael', phase: 'free', since: AT, caller: null },
      {
        extension: 'B',
        person: 'User 2',
        phase: 'talking',
        since: AT - 60_000,
        caller: { phone: somePhone },
      },
    ])
  })

  it('leaves out the name of a person whom no response named, where it is not the owner', () => {
    const unnamed = [
      extensionOf('A', { representative: '' }),
      extensionOf('B', { representative: '', onlineUserId: 9 }),
      extensionOf('C', { representative: 'Dana', onlineUserId: 9 }),
    ]
    const { state } = reduceTeam(NO_TEAM, unnamed, answered)
    expect([...state.rows.values()].map(({ person }) => person)).toEqual(['User 2', '', 'Dana'])
  })

  it('keeps the same row objects for rows that are unchanged, and lists only the others', () => {
    const names = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'))
    const answer = names.chain((list) =>
      fc.tuple(
        ...list.map((name) =>
          fc.boolean().map((busy) => extensionOf(name, busy ? { calls: [talking(name)] } : {})),
        ),
      ),
    )
    fc.assert(
      fc.property(answer, answer, (one, other) => {
        const before = reduceTeam(NO_TEAM, one, answered)
        const now = reduceTeam(before, other, { ...answered, at: AT + 5_000 })
        const { changed, gone } = diffTeam(before.state, now.state)
        const rows = new Map(before.state.rows)
        for (const name of gone) rows.delete(name)
        for (const row of changed) rows.set(row.extension, row)
        expect(rows).toEqual(new Map(now.state.rows))
        const busy = (list: readonly SeenExtension[], name: string) =>
          list.find(({ extension }) => extension === name)?.calls.length
        for (const row of changed) expect(busy(one, row.extension)).not.toBe(busy(other, row.extension))
      }),
    )
  })

  it('reports nothing for an unchanged response', () => {
    const before = reduceTeam(NO_TEAM, [extensionOf('A'), extensionOf('B')], answered)
    const now = reduceTeam(before, [extensionOf('A'), extensionOf('B')], { ...answered, at: AT + 5_000 })
    expect(now.state.rows).toBe(before.state.rows)
  })

  it('hides numbers where they are masked, and no colleague’s name', () => {
    const { state } = reduceTeam(NO_TEAM, [extensionOf('A', { calls: [talking('A')] })], {
      ...answered,
      masked: true,
    })
    expect(JSON.stringify([...state.rows.values()])).not.toContain('0722776')
    expect(state.rows.get('A')?.caller?.phone).toEqual({ kind: 'withheld', received: '•••772' })
    expect(maskPhone({ kind: 'name', received: 'Dana' })).toEqual({ kind: 'name', received: 'Dana' })
    expect(maskPhone({ kind: 'digits', received: '1234' })).toEqual({ kind: 'withheld', received: '•••' })
  })
})

describe('findPerson', () => {
  const looking: AgentLocation = { kind: 'looking' }
  const at = (extension: string, id: number, calls: SeenExtension['calls'] = []) =>
    extensionOf(extension, { onlineUserId: id, calls })

  it('finds one extension, several or none, and returns the same object while nothing changes', () => {
    const one = findPerson(looking, [at('A', 1), at('B', 2)], 2, AT)
    expect(one).toEqual({ kind: 'at', extension: 'B', since: AT })
    expect(findPerson(one, [at('A', 1), at('B', 2)], 2, AT + 5)).toBe(one)
    expect(findPerson(one, [at('A', 2), at('B', 2)], 2, AT + 5)).toEqual({
      kind: 'several',
      extension: 'B',
      extensions: ['A', 'B'],
      since: AT,
    })
    expect(findPerson(one, [at('A', 1)], 2, AT + 5)).toEqual({ kind: 'nowhere', since: AT + 5 })
  })

  it('moves to the extension that rings, but not away from a call', () => {
    const here = findPerson(looking, [at('A', 2), at('B', 2)], 2, AT)
    const ring = [seenCall({ extension: 'B' })]
    expect(findPerson(here, [at('A', 2), at('B', 2, ring)], 2, AT)).toMatchObject({ extension: 'B' })
    expect(findPerson(here, [at('A', 2, [talking('A')]), at('B', 2, ring)], 2, AT)).toMatchObject({
      extension: 'A',
    })
  })
})

describe('loginWarnings', () => {
  it('warns when another is logged in, and when it rings at lunch', () => {
    const odd = extensionOf('A', {
      userId: 5,
      onlineUserId: 6,
      representative: 'Dana',
      status: { word: 'lunch', number: 3 },
      calls: [seenCall()],
    })
    expect(loginWarnings(odd, false).map(({ kind }) => kind)).toEqual(['somebody-else', 'rings-while-away'])
    expect(loginWarnings(odd, true).map(({ kind }) => kind)).toEqual(['rings-while-away'])
    expect(loginWarnings(extensionOf('A'), false)).toEqual([])
  })
})
