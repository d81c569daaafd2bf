import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TeamRow } from '../../core/surroundings.ts'
import { aTeamRow } from '../testing/samples.ts'
import { orderTeam } from './order-team.ts'

const whole = (rows: readonly TeamRow[]): readonly TeamRow[] => orderTeam([], { changed: rows, gone: [] })
const codes = (rows: readonly TeamRow[]): string[] => rows.map(({ extension }) => extension)

describe('orderTeam', () => {
  it('puts the most pressing first, and those logged out last', () => {
    const rows = [
      aTeamRow('out', { onlineUserId: 0 }),
      aTeamRow('lunch', { status: { word: 'lunch', number: 3 } }),
      aTeamRow('free'),
      aTeamRow('held', { phase: 'held' }),
      aTeamRow('talking', { phase: 'talking' }),
      aTeamRow('ringing', { phase: 'ringing', onlineUserId: 0 }),
    ]
    expect(codes(whole(rows))).toEqual(['ringing', 'talking', 'held', 'free', 'lunch', 'out'])
  })

  it('orders a group by name, and people of the same name by their SIP codes', () => {
    const rows = [
      aTeamRow('C', { person: 'Yael' }),
      aTeamRow('B', { person: 'Dana' }),
      aTeamRow('A', { person: 'Yael' }),
    ]
    expect(codes(whole(rows))).toEqual(['B', 'A', 'C'])
  })

  it('has the same order after changes as after reading everything again, and reuses the equal rows', () => {
    const row = fc.record({
      extension: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
      person: fc.constantFrom('Yael', 'Dana', 'Noa', ''),
      phase: fc.constantFrom<TeamRow['phase']>('free', 'ringing', 'talking'),
      onlineUserId: fc.constantFrom(0, 7),
    })
    const team = fc.uniqueArray(row, { selector: ({ extension }) => extension })
    fc.assert(
      fc.property(team, team, team, (one, changes, leaving) => {
        const before = whole(one.map((each) => aTeamRow(each.extension, each)))
        const changed = changes.map((each) => aTeamRow(each.extension, each))
        const news = new Set<string>(codes(changed))
        const gone = leaving.map(({ extension }) => extension).filter((code) => !news.has(code))
        const after = orderTeam(before, { changed, gone })
        const untouched = before.filter(
          ({ extension }) => !news.has(extension) && !gone.some((code) => code === extension),
        )
        expect(after).toEqual(whole([...untouched, ...changed]))
        for (const same of untouched) expect(after).toContain(same)
      }),
    )
  })
})
