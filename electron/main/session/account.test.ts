import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings/settings.ts'
import { accountOf } from './account.ts'

const WHOSE = { masked: false, isOwnByPolicy: false }
const set = (over: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...over })

describe('accountOf', () => {
  it('needs a code, and an extension or a person who can be found', () => {
    const person = { kind: 'person', userId: 7 } as const
    expect(accountOf(set({ extension: 'SIPSIP2' }), () => null, WHOSE)).toBeNull()
    expect(accountOf(set({}), () => 'c0de', WHOSE)).toBeNull()
    expect(accountOf(set({ watch: person }), () => 'c0de', WHOSE)).toBeNull()
    expect(accountOf(set({ watch: person, wideView: true }), () => 'c0de', WHOSE)).toMatchObject({
      extension: '',
    })
    expect(accountOf(set({ extension: 'SIPSIP2' }), () => 'c0de', WHOSE)).toMatchObject({ code: 'c0de' })
  })

  it('has no address for the status if the code may not be sent there', () => {
    const settings = set({ extension: 'S' })
    expect(accountOf(settings, () => 'c', WHOSE)?.statusUrl).toBe(settings.statusUrl)
    const only = (url: string) => (url === settings.baseUrl ? 'c' : null)
    expect(accountOf(settings, only, WHOSE)).toMatchObject({ code: 'c', statusUrl: null, callLogUrl: null })
  })

  it('watches only the extension when nothing else is wanted', () => {
    expect(accountOf(set({ extension: 'S', queues: [] }), () => 'c', WHOSE)?.surroundings).toBeNull()
    expect(accountOf(set({ extension: 'S' }), () => 'c', WHOSE)?.surroundings).toMatchObject({
      queues: 'all',
      requestsPerMinute: 12,
    })
  })

  it('polls as often as the settings say, wherever the API is', () => {
    const local = set({ extension: 'S', baseUrl: 'http://127.0.0.1:4700/comet/API', requestsPerMinute: 7 })
    expect(accountOf(local, () => 'c', WHOSE)?.surroundings?.requestsPerMinute).toBe(7)
  })
})
