import { describe, expect, it } from 'vitest'
import { aTeamRow, PHONE } from '../testing/samples.ts'
import { filterTeam, type TeamSearch } from './filter-team.ts'

const rows = [
  aTeamRow('SIPSIP1', {
    person: 'Yael Mor',
    phase: 'ringing',
    caller: { phone: PHONE, name: 'Brightwater', direction: 'incoming' },
  }),
  aTeamRow('SIPSIP2', { person: 'Noa Cohen' }),
  aTeamRow('SIPSIP3', { person: 'Tal Peretz', status: { word: 'lunch', number: 3 } }),
  aTeamRow('SIPSIP4', { person: 'Gil Shani', onlineUserId: 0, status: { word: 'logout', number: 2 } }),
]
const look = (search: Partial<TeamSearch>): string => {
  const found = filterTeam(rows, {
    text: '',
    filter: 'all',
    statusWord: ({ word }) => word,
    ...search,
  })
  return [...found.rows.map(({ person }) => person), found.hidden].join(', ')
}

describe('filterTeam', () => {
  it('leaves out those logged out, and shows how many', () => {
    expect(look({})).toBe('Yael Mor, Noa Cohen, Tal Peretz, 1')
    expect(look({ filter: 'everyone' })).toBe('Yael Mor, Noa Cohen, Tal Peretz, Gil Shani, 0')
  })

  it.each([
    ['ringing', 'Yael Mor, 0'],
    ['busy', '0'],
    ['free', 'Noa Cohen, 0'],
    ['away', 'Tal Peretz, 0'],
  ] as const)('%s', (filter, found) => expect(look({ filter })).toBe(found))

  it.each([
    ['noa', 'Noa Cohen, 0'],
    [' SIPSIP9', '0'],
    ['sipsip3', 'Tal Peretz, 0'],
    ['lunch', 'Tal Peretz, 0'],
    ['277-6772', 'Yael Mor, 0'],
    ['2776772', 'Yael Mor, 0'],
    ['\u05c1noa', 'Noa Cohen, 0'],
    ['bright', 'Yael Mor, 0'],
    ['gil', '1'],
  ])('finds “%s”', (text, found) => expect(look({ text })).toBe(found))
})
