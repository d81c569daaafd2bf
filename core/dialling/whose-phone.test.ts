import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { ownExtension, type PhoneCircumstances } from './whose-phone.ts'

const DANA: PhoneCircumstances = {
  settings: { ...DEFAULT_SETTINGS, extension: 'SIPSIP2' },
  locked: [],
  agent: { name: 'Dana', extension: 'SIPSIP2', status: { word: 'login', number: 1 }, statusSince: 0 },
  location: { kind: 'fixed', extension: 'SIPSIP2' },
  warnings: [],
}
const agent = DANA.agent
const loggedOut = agent && { ...agent, status: { word: 'logout', number: 2 } as const }
const somebodyElse = [{ kind: 'somebody-else', extension: 'SIPSIP2', name: 'Yael' }] as const
const person = { ...DANA.settings, watch: { kind: 'person', userId: 7 }, wideView: true } as const

describe('the agent’s own phone', () => {
  it('is the watched extension while its owner is logged in there', () => {
    expect(ownExtension(DANA)).toBe('SIPSIP2')
    expect(ownExtension({ ...DANA, agent: null })).toBeNull()
    expect(ownExtension({ ...DANA, agent: loggedOut })).toBeNull()
    expect(ownExtension({ ...DANA, warnings: somebodyElse })).toBeNull()
  })

  it('is where the followed person is logged in', () => {
    const at = { kind: 'at', extension: 'SIPSIP2', since: 0 } as const
    expect(ownExtension({ ...DANA, settings: person, location: at })).toBe('SIPSIP2')
    expect(ownExtension({ ...DANA, settings: person, location: { kind: 'looking' } })).toBeNull()
    expect(ownExtension({ ...DANA, settings: person, location: { kind: 'nowhere', since: 0 } })).toBeNull()
  })

  it('is the one that the policy fixes, and no other', () => {
    const fixed = { ...DANA, locked: ['extension'] } as const
    expect(ownExtension({ ...fixed, agent: loggedOut, warnings: somebodyElse })).toBe('SIPSIP2')
    const elsewhere = agent && { ...agent, extension: 'SIPSIP9' }
    const at = { kind: 'at', extension: 'SIPSIP9', since: 0 } as const
    expect(ownExtension({ ...fixed, settings: person, agent: elsewhere, location: at })).toBeNull()
  })
})
