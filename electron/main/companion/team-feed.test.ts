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
  feed.look(true)
  expect(feed.view(team)).toMatchObject({ revision: 1, rows: [row] })
  feed.take(team, { changed: [], gone: ['SIPSIP9'] })
  expect(pushed).toMatchObject([{ revision: 2, changed: [], gone: ['SIPSIP9'] }])
})
