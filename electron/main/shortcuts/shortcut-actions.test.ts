import { describe, expect, it } from 'vitest'
import type { Copied, PageOpened } from '../../../core/contract.ts'
import type { Call } from '../../../core/domain.ts'
import { NOTHING_KNOWN } from '../../../core/session/reduce.ts'
import { en } from '../../../core/words/en.ts'
import { callForShortcut, createShortcutActions } from './shortcut-actions.ts'
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
  readonly lastStored?: string | null
  readonly copied?: Copied['kind']
  readonly page?: PageOpened
  readonly toggle?: 'mute' | 'unmute'
  readonly locked?: boolean
}

function aKeyboard({
  calls = [],
  lastStored = null,
  copied = 'copied',
  page,
  toggle = 'mute',
  locked,
}: Given) {
  const did: unknown[] = []
  let hidden = false
  const act = createShortcutActions({
    state: () => ({
      watch: { ...NOTHING_KNOWN, calls },
      recordings: Object.fromEntries(
        calls.map(({ key }) => [key, { recording: 'recorded', ask: { kind: 'none' }, muted: null, toggle }]),
      ),
    }),
    lastStored: () => lastStored,
    words: () => en,
    open: () => did.push('open'),
    copy: (key) => {
      did.push(['copy', key])
      return Promise.resolve({ kind: copied })
    },
    mute: (key, muted) => did.push(['mute', key, muted]),
    openPage: () => Promise.resolve(page ?? { kind: 'opened' }),
    dial: () => did.push('dial'),
    privacy: () => hidden,
    setPrivacy: (on) => {
      if (locked === true) return false
      hidden = on
      return true
    },
    showFeedback: (sentence) => did.push(sentence),
  })
  return { did, act, settled: () => new Promise((done) => setImmediate(done)) }
}

describe('a global shortcut', () => {
  it('acts on the ringing call, otherwise the active one, otherwise the one on hold', () => {
    const all = [call('h', 'held'), call('d', 'dialing'), call('t', 'talking'), call('r', 'ringing')]
    expect(callForShortcut(all)).toBe('r')
    expect(callForShortcut(all.slice(0, 3))).toBe('t')
    expect(callForShortcut(all.slice(0, 2))).toBe('d')
    expect(callForShortcut(all.slice(0, 1))).toBe('h')
    expect(callForShortcut([])).toBe(null)
  })

  it('copies the number, of the last call if there is none now, and confirms it', async () => {
    const live = aKeyboard({ calls: [call('r', 'ringing')], lastStored: 'k' })
    live.act('copy')
    const stored = aKeyboard({ lastStored: 'k', copied: 'nothing-to-copy' })
    stored.act('copy')
    const none = aKeyboard({})
    none.act('copy')
    await live.settled()
    expect(live.did).toEqual([['copy', 'r'], 'Number copied'])
    expect(stored.did).toEqual([['copy', 'k'], 'No number to copy'])
    expect(none.did).toEqual(['There is no call'])
  })

  it('mutes and resumes the active call, not the ringing one', () => {
    const calls = [call('r', 'ringing'), call('t', 'talking')]
    const mute = aKeyboard({ calls })
    mute.act('mute')
    expect(mute.did).toEqual([['mute', 't', true], 'Mute requested'])
    const resume = aKeyboard({ calls, toggle: 'unmute' })
    resume.act('mute')
    expect(resume.did).toEqual([['mute', 't', false], 'Resume requested'])
    const none = aKeyboard({ calls: [call('r', 'ringing')] })
    none.act('mute')
    expect(none.did).toEqual(['No connected call to mute'])
  })

  it('shows nothing for a page that opens, and the reason if it doesn’t', async () => {
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

  it('turns privacy on and off, and reports when the organisation has locked it', () => {
    const free = aKeyboard({})
    free.act('privacy')
    free.act('privacy')
    expect(free.did).toEqual(['Privacy on', 'Privacy off'])
    const locked = aKeyboard({ locked: true })
    locked.act('privacy')
    expect(locked.did).toEqual(['Privacy is set by your organisation; it can’t be changed here.'])
  })
})
