import { describe, expect, it } from 'vitest'
import type { Copied, PageOpened } from '../../../core/contract.ts'
import type { Call } from '../../../core/domain.ts'
import { NOTHING_KNOWN } from '../../../core/session/reduce.ts'
import { en } from '../../../core/words/en.ts'
import { callForShortcut } from './call-for-shortcut.ts'
import { createShortcutActions } from './shortcut-actions.ts'
import { sampleCall } from '../testing/sample-call.ts'

const call = (ivrid: string, phase: Call['phase']): Call => ({
  ...sampleCall(),
  key: ivrid,
  ivrid,
  phase,
  connected: phase === 'talking' || phase === 'held',
})

interface Given {
  readonly calls?: readonly Call[]
  readonly lastKept?: string | null
  readonly copied?: Copied['kind']
  readonly page?: PageOpened
  readonly toggle?: 'mute' | 'unmute'
  readonly locked?: boolean
}

function aKeyboard({ calls = [], lastKept = null, copied = 'copied', page, toggle = 'mute', locked }: Given) {
  const did: unknown[] = []
  let hidden = false
  const act = createShortcutActions({
    state: () => ({
      watch: { ...NOTHING_KNOWN, calls },
      recordings: Object.fromEntries(
        calls.map(({ key }) => [key, { recording: 'recorded', ask: { kind: 'none' }, muted: null, toggle }]),
      ),
    }),
    lastKept: () => lastKept,
    words: () => en,
    open: () => did.push('open'),
    copy: (key) => {
      did.push(['copy', key])
      return Promise.resolve({ kind: copied })
    },
    mute: (key, muted) => did.push(['mute', key, muted]),
    openPage: () => Promise.resolve(page ?? { kind: 'opened' }),
    privacy: () => hidden,
    setPrivacy: (on) => {
      if (locked === true) return false
      hidden = on
      return true
    },
    tell: (sentence) => did.push(sentence),
  })
  return { did, act, settled: () => new Promise((done) => setImmediate(done)) }
}

describe('a key of every program', () => {
  it('means the call that rings, else the one that is talked on, else the one on hold', () => {
    const all = [call('h', 'held'), call('d', 'dialing'), call('t', 'talking'), call('r', 'ringing')]
    expect(callForShortcut(all)).toBe('r')
    expect(callForShortcut(all.slice(0, 3))).toBe('t')
    expect(callForShortcut(all.slice(0, 2))).toBe('d')
    expect(callForShortcut(all.slice(0, 1))).toBe('h')
    expect(callForShortcut([])).toBe(null)
  })

  it('copies the number, of the last call when there is none now, and says so', async () => {
    const live = aKeyboard({ calls: [call('r', 'ringing')], lastKept: 'k' })
    live.act('copy')
    const kept = aKeyboard({ lastKept: 'k', copied: 'nothing-to-copy' })
    kept.act('copy')
    const none = aKeyboard({})
    none.act('copy')
    await live.settled()
    expect(live.did).toEqual([['copy', 'r'], 'Number copied'])
    expect(kept.did).toEqual([['copy', 'k'], 'No number to copy'])
    expect(none.did).toEqual(['There is no call'])
  })

  it('mutes and resumes the call that is talked on, not the one that rings', () => {
    const calls = [call('r', 'ringing'), call('t', 'talking')]
    const mute = aKeyboard({ calls })
    mute.act('mute')
    expect(mute.did).toEqual([['mute', 't', true], 'Mute requested'])
    const resume = aKeyboard({ calls, toggle: 'unmute' })
    resume.act('mute')
    expect(resume.did).toEqual([['mute', 't', false], 'Resume requested'])
    const none = aKeyboard({ calls: [call('r', 'ringing')] })
    none.act('mute')
    expect(none.did).toEqual(['No call with a recording to mute'])
  })

  it('says nothing of a page that opens, and why one does not', async () => {
    const calls = [call('t', 'talking')]
    const [good, none, bad] = [
      aKeyboard({ calls }),
      aKeyboard({ calls, page: { kind: 'no-such-rule' } }),
      aKeyboard({ calls, page: { kind: 'failed' } }),
    ]
    for (const keyboard of [good, none, bad]) keyboard.act('crm')
    await good.settled()
    expect([good.did, none.did, bad.did]).toEqual([
      [],
      ['No page matches this call'],
      ['The page couldn’t be opened'],
    ])
  })

  it('turns privacy on and off, and says when the organisation has set it', () => {
    const free = aKeyboard({})
    free.act('privacy')
    free.act('privacy')
    expect(free.did).toEqual(['Privacy on', 'Privacy off'])
    const locked = aKeyboard({ locked: true })
    locked.act('privacy')
    expect(locked.did).toEqual(['Privacy is set by your organisation; it can’t be changed here.'])
  })
})
