// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { describe, expect, it } from 'vitest'
import type { TeamNews, TeamView } from '../../core/contract.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { aTeam, aTeamRow, NOW } from '../testing/samples.ts'
import { useTeamStore } from './team.ts'
import { companionKey } from '../use-companion.ts'

const some = [aTeamRow('A'), aTeamRow('B')]
const news = (revision: number, changes: Partial<TeamNews> = {}): TeamNews => ({
  revision,
  connection: { kind: 'live' },
  changed: [],
  gone: [],
  lastGoodAt: NOW,
  ...changes,
})

function storeOn(answers: readonly (() => TeamView)[]): {
  store: ReturnType<typeof useTeamStore>
  companion: FakeCompanion
  reads: () => number
} {
  let reads = 0
  const companion = fakeCompanion({
    'team:read': () => (answers[Math.min(reads++, answers.length - 1)] ?? aTeam)(),
  })
  const pinia = createPinia()
  createApp({}).provide(companionKey, companion).use(pinia)
  return { store: useTeamStore(pinia), companion, reads: () => reads }
}

const codes = (store: ReturnType<typeof useTeamStore>): string =>
  (store.team?.rows ?? []).map(({ extension }) => extension).join('')

describe('the team store', () => {
  it('reads everything once, then applies changes', async () => {
    const { store, companion, reads } = storeOn([() => aTeam(some)])
    store.start()
    await flushPromises()
    companion.push('team', news(2, { changed: [aTeamRow('B', { phase: 'ringing' })] }))
    companion.push('team', news(3, { changed: [aTeamRow('C')], gone: ['A'] }))
    expect([codes(store), reads()]).toEqual(['BC', 1])
  })

  it('ignores what it already knows, and reads everything again if changes were missed', async () => {
    const { store, companion, reads } = storeOn([
      () => aTeam(some, { revision: 4 }),
      () => aTeam([aTeamRow('Z')], { revision: 7 }),
    ])
    store.start()
    await flushPromises()
    companion.push('team', news(4, { gone: ['A'] }))
    expect(codes(store)).toBe('AB')
    companion.push('team', news(7, { gone: ['A'] }))
    await flushPromises()
    expect([codes(store), reads()]).toEqual(['Z', 2])
  })

  it('reads once more if changes arrived while main responded with an older state', async () => {
    const { store, companion, reads } = storeOn([
      () => aTeam(some, { revision: 1 }),
      () => aTeam([aTeamRow('Z')], { revision: 2 }),
    ])
    store.start()
    companion.push('team', news(2, { gone: ['A'] }))
    await flushPromises()
    expect([codes(store), reads()]).toEqual(['Z', 2])
  })

  it('is unchanged if main does not respond, and reports that', async () => {
    const { store } = storeOn([
      () => aTeam(some),
      () => {
        throw new Error('main is gone')
      },
    ])
    store.start()
    await flushPromises()
    await store.read()
    expect([codes(store), store.failed]).toEqual(['AB', true])
  })

  it('ignores everything after its end, even a late response', async () => {
    const { store, companion } = storeOn([() => aTeam(some)])
    const stop = store.start()
    stop()
    await flushPromises()
    expect([store.team, companion.listeners('team')]).toEqual([null, 0])
  })
})
