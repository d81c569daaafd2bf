import { expect, it } from 'vitest'
import type { TeamNews } from '../../../core/contract.ts'
import type { TeamRow, TeamState } from '../../../core/surroundings.ts'
import { createTeamFeed } from './team-feed.ts'

const row: TeamRow = {
  extension: 'SIPSIP1',
  person: 'Yael Mor',
  onlineUserId: 7,
  status: { word: 'login', number: 1 },
  statusSince: 0,
  phase: 'free',
  since: 0,
  caller: null,
  calls: 0,
}
const team: TeamState = { connection: { kind: 'live' }, rows: new Map([[row.extension, row]]), lastGoodAt: 5 }

it('sends the full team, and then only changes, while it is on screen', () => {
  const pushed: TeamNews[] = []
  const feed = createTeamFeed((news) => pushed.push(news))
  feed.take(team, { changed: [row], gone: [] })
  expect(pushed).toEqual([])
  expect(feed.view(team)).toMatchObject({ revision: 1, rows: [row] })
  feed.look(true, team)
  feed.take(team, { changed: [], gone: ['SIPSIP9'] })
  expect(pushed).toMatchObject([{ revision: 2, changed: [], gone: ['SIPSIP9'] }])
})

it('says so if the window missed a change between reading and being on screen: there may be no other', () => {
  const pushed: TeamNews[] = []
  const feed = createTeamFeed((news) => pushed.push(news))
  const { revision } = feed.view(team)
  const refused: TeamState = { ...team, connection: { kind: 'refused', since: null, why: 'address' } }
  feed.take(refused, { changed: [], gone: [] })
  expect(pushed).toEqual([])
  feed.look(true, refused)
  expect(pushed).toMatchObject([{ connection: refused.connection }])
  expect(pushed[0]?.revision).toBeGreaterThan(revision + 1) // it reads everything again
})

it('makes the window read again when another account is watched: nobody of the previous one stays', () => {
  const pushed: TeamNews[] = []
  const feed = createTeamFeed((news) => pushed.push(news))
  feed.look(true, team)
  feed.view(team)
  feed.take(team, { changed: [row], gone: [] })
  const nobody: TeamState = {
    connection: { kind: 'connecting', failure: null },
    rows: new Map(),
    lastGoodAt: null,
  }
  feed.begin(nobody)
  expect(pushed.map(({ revision }) => revision)).toEqual([1, 3])
  feed.look(false, nobody)
  feed.begin(team)
  expect(pushed).toHaveLength(2)
  feed.look(true, team)
  expect(pushed.map(({ revision }) => revision)).toEqual([1, 3, 5])
})

it('says so if the team changed while the window was away, and nothing if it didn’t', () => {
  const pushed: TeamNews[] = []
  const feed = createTeamFeed((news) => pushed.push(news))
  feed.look(true, team)
  feed.view(team)
  feed.take(team, { changed: [row], gone: [] })
  feed.look(false, team)
  feed.look(true, team)
  expect(pushed).toHaveLength(1)
  feed.look(false, team)
  feed.take(team, { changed: [], gone: ['SIPSIP9'] })
  feed.look(true, team)
  expect(pushed.map(({ revision }) => revision)).toEqual([1, 3])
})
