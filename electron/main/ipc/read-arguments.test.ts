import { describe, expect, it } from 'vitest'
import { REQUEST_CHANNELS, REQUESTS, type RequestChannel } from '../../../core/ipc/channels.ts'
import { readArguments } from './read-arguments.ts'

const read = (channel: RequestChannel, ...raw: unknown[]) => readArguments(channel, raw)
const nonsense = { kind: 'nonsense' }
const entry = { code: 'c', extension: 'SIPSIP2' }

describe('readArguments', () => {
  it('accepts no argument where the contract has none', () => {
    const none = REQUEST_CHANNELS.filter((channel) => REQUESTS[channel].args?.length === 0)
    expect(none).toContain('state:read')
    for (const channel of none) {
      expect(read(channel), channel).toEqual({ kind: 'arguments', args: [] })
      expect(read(channel, 1), channel).toEqual(nonsense)
    }
  })

  it('reads whether shortcuts are being set', () => {
    expect(read('keys:record', true)).toEqual({ kind: 'arguments', args: [true] })
    expect([read('keys:record', 1), read('keys:record'), read('keys:record', true, 1)]).toEqual([
      nonsense,
      nonsense,
      nonsense,
    ])
  })

  it('reads a change of settings, and names the invalid setting', () => {
    expect(read('settings:change', { theme: 'dark', pollSeconds: 8 })).toEqual({
      kind: 'arguments',
      args: [{ theme: 'dark', pollSeconds: 8 }],
    })
    const invalid = (key: string | null) => ({
      kind: 'answer',
      answer: { kind: 'not-saved', why: 'invalid', key },
    })
    expect(read('settings:change', { theme: 'pink' })).toEqual(invalid('theme'))
    expect(read('settings:change', { baseUrl: 'http://evil.example' })).toEqual(invalid('baseUrl'))
    expect(read('settings:change', { code: 'x' })).toEqual(invalid(null))
    expect(read('settings:change', 'theme')).toEqual(invalid(null))
    expect(read('settings:change')).toEqual(nonsense)
  })

  it('reads an account, trimmed', () => {
    expect(read('account:test', { code: ' c ', extension: ' SIPSIP2 ' })).toEqual({
      kind: 'arguments',
      args: [entry],
    })
    expect(read('account:save', { ...entry, code: null })).toEqual({
      kind: 'arguments',
      args: [{ ...entry, code: null }],
    })
  })

  it('responds to a missing code or extension with a message the window can show', () => {
    expect(read('account:test', { ...entry, code: ' ' })).toMatchObject({ answer: { kind: 'no-code' } })
    expect(read('account:test', { ...entry, extension: '' })).toMatchObject({
      answer: { kind: 'unknown-extension' },
    })
    expect(read('account:test', { ...entry, extension: 'a b' })).toMatchObject({
      answer: { kind: 'unknown-extension' },
    })
    expect(read('account:save', { ...entry, extension: 7 })).toMatchObject({
      answer: { why: 'invalid', key: 'extension' },
    })
    expect(read('account:save', { ...entry, code: 'x'.repeat(513) })).toMatchObject({
      answer: { key: 'code' },
    })
  })

  it.each([[], [null], ['c'], [{ code: 'c' }], [{ ...entry, code: 3 }], [entry, entry]])(
    'reads no account from %j',
    (...raw) => {
      expect(read('account:save', ...raw)).toEqual(nonsense)
    },
  )

  it('reads what to copy', () => {
    expect(read('call:copy', 'S/1', 'card')).toEqual({ kind: 'arguments', args: ['S/1', 'card'] })
    for (const raw of [
      ['S/1'],
      ['S/1', 'code'],
      [1, 'card'],
      ['S/1', 'card', 1],
      ['x'.repeat(513), 'card'],
    ]) {
      expect(read('call:copy', ...raw)).toEqual(nonsense)
    }
  })

  it('reads a pause of 15 or 60 minutes, or its end', () => {
    for (const minutes of [15, 60, null]) {
      expect(read('alerts:pause', minutes)).toEqual({ kind: 'arguments', args: [minutes] })
    }
    for (const minutes of [5, '15', undefined, Infinity])
      expect(read('alerts:pause', minutes)).toEqual(nonsense)
  })

  it('reads a history query, and accepts nothing else as one', () => {
    const request = { text: '072', filter: 'missed', limit: 50 }
    expect(read('history:read', request)).toEqual({ kind: 'arguments', args: [request] })
    expect(read('history:read', { ...request, before: 7 })).toMatchObject({ args: [{ before: 7 }] })
    const wrong = [
      null,
      'x',
      {},
      { ...request, filter: 'odd' },
      { ...request, limit: 0 },
      { ...request, limit: 1e6 },
    ]
    for (const raw of [
      ...wrong,
      { ...request, text: 7 },
      { ...request, before: NaN },
      { ...request, text: 'x'.repeat(1_001) },
    ]) {
      expect(read('history:read', raw)).toEqual({ kind: 'nonsense' })
    }
    expect(read('history:note', 'S/1', 'asked for a quote')).toMatchObject({ kind: 'arguments' })
    expect(read('history:note', 'S/1', 'x'.repeat(4_001))).toEqual({ kind: 'nonsense' })
    expect(read('history:export', 'exe')).toEqual({ kind: 'nonsense' })
    for (const days of [0, 1.5, 367, '7']) expect(read('report:read', days)).toEqual({ kind: 'nonsense' })
    expect(read('report:read', 7)).toEqual({ kind: 'arguments', args: [7] })
  })

  it('reads what is on screen', () => {
    expect(read('view:look', { queues: true, team: false })).toEqual({
      kind: 'arguments',
      args: [{ queues: true, team: false }],
    })
    for (const raw of [null, {}, { queues: 1, team: false }, 'x'])
      expect(read('view:look', raw)).toEqual({ kind: 'nonsense' })
    expect(read('queue:copy', '1', 'a')).toEqual({ kind: 'arguments', args: ['1', 'a'] })
    expect(read('queue:copy', '1', 7)).toEqual({ kind: 'nonsense' })
    expect(read('team:copy', 'SIPSIP1', 'caller')).toEqual({ kind: 'arguments', args: ['SIPSIP1', 'caller'] })
    for (const what of ['person', undefined, 7])
      expect(read('team:copy', 'SIPSIP1', what)).toEqual({ kind: 'nonsense' })
  })

  it('accepts only https rules, and names the wrong setting', () => {
    const rule = { name: 'a', on: 'by-hand', url: 'zoiper:{phone}' }
    expect(read('settings:change', { crmRules: [rule] })).toEqual({
      kind: 'answer',
      answer: { kind: 'not-saved', why: 'invalid', key: 'crmRules' },
    })
  })
})
