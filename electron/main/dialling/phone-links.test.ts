import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { en } from '../../../core/words/en.ts'
import { createAskFromOutside } from './ask-from-outside.ts'
import { createLinkHandler, phoneLink } from './phone-links.ts'

describe('a phone link', () => {
  it('is found on the command line, and truncated if it is far too long', () => {
    expect(phoneLink(['ringside', '--hidden', 'tel:+972501234567'])).toBe('tel:+972501234567')
    expect(phoneLink(['ringside', 'CALLTO:0501234567'])).toBe('CALLTO:0501234567')
    expect(phoneLink(['ringside', '--profile=tel:1', 'https://x'])).toBeNull()
    expect(phoneLink([`tel:${'1'.repeat(1_000_000)}`])).toHaveLength(1_001)
  })

  it('opens the confirmation, or nothing if links are switched off', async () => {
    const did: unknown[] = []
    let on = true
    const outside = createAskFromOutside({
      dialling: { ask: (id, subject) => (did.push([id, subject]), true) },
      configuration: { settings: () => ({ ...DEFAULT_SETTINGS, phoneLinks: on }) },
      clock: virtualClock(),
      readClipboard: () => Promise.reject(new Error('no clipboard')),
      newId: () => 'new',
      window: { open: () => void did.push('open') },
      words: () => en,
      say: (sentence) => did.push(sentence),
    })
    outside.link('tel:0501234567')
    on = false
    outside.link('tel:0501234567')
    await outside.clipboard()
    expect(did).toEqual([
      ...[['new', { kind: 'text', text: 'tel:0501234567' }], 'open'],
      en.dialling.linksOff,
      ...[['new', { kind: 'text', text: '' }], 'open'],
    ])
  })
})

describe('the registration for phone links', () => {
  function system(isInstalled = true) {
    const did: string[] = []
    const held = new Set<string>()
    const follow = createLinkHandler({
      app: {
        isDefaultProtocolClient: (scheme) => held.has(scheme),
        setAsDefaultProtocolClient: (scheme) => (did.push(`+${scheme}`), held.add(scheme), true),
        removeAsDefaultProtocolClient: (scheme) => (did.push(`-${scheme}`), held.delete(scheme)),
      },
      isInstalled,
      warn: (line) => did.push(line),
    })
    return { did, follow }
  }

  it('follows the setting, and registers nothing twice', () => {
    const { did, follow } = system()
    follow(true)
    follow(true)
    follow(false)
    expect(did).toEqual(['+tel', '+callto', '-tel', '-callto'])
  })

  it('isn’t changed by a program run from source', () => {
    const { did, follow } = system(false)
    follow(true)
    expect(did).toEqual([])
  })
})
