import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLoopback } from './is-loopback.ts'
import { MAX_CODE_LENGTH, readCode } from './read-code.ts'
import { readSettings } from './read-settings.ts'
import { policySecret, resolveSettings } from './resolve-settings.ts'
import { DEFAULT_SETTINGS, SETTING_KEYS } from './settings.ts'

describe('resolveSettings', () => {
  it('uses the defaults when nothing is set', () => {
    expect(resolveSettings(undefined, undefined)).toEqual({
      settings: DEFAULT_SETTINGS,
      locked: [],
      problems: [],
    })
  })

  it('prefers policy to user to default, and locks what the policy sets', () => {
    const resolved = resolveSettings({ pollSeconds: 10 }, { pollSeconds: 3, theme: 'dark' })
    expect(resolved.settings).toEqual({ ...DEFAULT_SETTINGS, pollSeconds: 10, theme: 'dark' })
    expect(resolved.locked).toEqual(['pollSeconds'])
  })

  it('lets only the policy’s own rules open its schemes', () => {
    const rule = { name: 'dial', on: 'by-hand', url: 'zoiper:{phone}' }
    const policy = { crmSchemes: ['zoiper'], crmRules: [rule] }
    const own = resolveSettings(policy, {})
    expect(own.settings).toMatchObject({ crmSchemes: ['zoiper'], crmRules: [rule] })
    const theirs = resolveSettings({ crmSchemes: ['zoiper'] }, { crmRules: [rule], crmSchemes: ['zoiper'] })
    expect(theirs.settings).toMatchObject({ crmSchemes: [], crmRules: [] })
    expect(theirs.problems).toEqual([
      { source: 'user', key: 'crmRules[0].url', why: 'url' },
      { source: 'user', key: 'crmSchemes', why: 'policy-only' },
    ])
    expect(theirs.locked).toEqual(['crmSchemes'])
  })

  it('raises the poll interval to two seconds, except on loopback', () => {
    expect(resolveSettings(undefined, { pollSeconds: 0.2 }).settings.pollSeconds).toBe(2)
    const local = resolveSettings(undefined, { pollSeconds: 0.2, baseUrl: 'http://127.0.0.1:4700/comet/API' })
    expect(local.settings.pollSeconds).toBe(0.2)
  })

  it('allows a simulator on this computer as many requests as its interval needs, unless set otherwise', () => {
    const local = { baseUrl: 'http://127.0.0.1:4700/comet/API', pollSeconds: 1 }
    expect(resolveSettings({}, local).settings.requestsPerMinute).toBe(75)
    expect(resolveSettings({}, { ...local, requestsPerMinute: 12 }).settings.requestsPerMinute).toBe(12)
    expect(resolveSettings({}, { pollSeconds: 2 }).settings.requestsPerMinute).toBe(12)
  })

  it('reads queues, thresholds and whom to watch, and rejects impossible values', () => {
    const good = {
      queues: ['7', 8, '7'],
      queueThresholds: { '7': 30 },
      watch: { kind: 'person', userId: 5, more: 1 },
      wideView: true,
    }
    expect(resolveSettings({}, good).settings).toMatchObject({
      queues: ['7', '8'],
      queueThresholds: { '7': 30 },
      watch: { kind: 'person', userId: 5 },
      wideView: true,
    })
    const bad = {
      queues: 'some',
      queueThresholds: { '7': 0 },
      watch: { kind: 'person', userId: '5' },
      wideView: 1,
      requestsPerMinute: 1_000,
    }
    const { settings, problems } = resolveSettings({}, bad)
    expect(settings).toEqual(resolveSettings({}, {}).settings)
    expect(problems.map(({ key }) => key)).toEqual(Object.keys(bad))
  })

  it('ignores the user’s addresses while the organisation provides the code', () => {
    const user = {
      baseUrl: 'https://elsewhere.example/API',
      muteUrl: 'https://elsewhere.example/Mute',
      dialUrl: 'https://elsewhere.example/Dial',
      theme: 'dark',
    }
    const resolved = resolveSettings({ code: 'organisation' }, user)
    expect(resolved.settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
    expect(resolved.locked).toEqual(['baseUrl', 'muteUrl', 'dialUrl', 'statusUrl', 'callLogUrl'])
    expect(resolveSettings({}, user).settings.baseUrl).toBe('https://elsewhere.example/API')
  })

  it('uses the addresses of the policy that provides the code', () => {
    const resolved = resolveSettings({ code: 'organisation', baseUrl: 'https://own.example/API' }, undefined)
    expect(resolved.settings.baseUrl).toBe('https://own.example/API')
  })
})

describe('readSettings', () => {
  it.each([
    ['pollSeconds', 61, 'out-of-range'],
    ['pollSeconds', 0.1, 'out-of-range'],
    ['pollSeconds', '5', 'wrong-type'],
    ['pollSeconds', Number.NaN, 'wrong-type'],
    ['baseUrl', 'http://example.com/API', 'insecure-url'],
    ['baseUrl', 'ftp://127.0.0.1/', 'insecure-url'],
    ['baseUrl', 'nonsense', 'not-a-url'],
    ['baseUrl', 'https://u:p@example.com/', 'not-a-url'],
    ['baseUrl', 'https://example.com/?code=x', 'not-a-url'],
    ['extension', 'SIP SIP', 'out-of-range'],
    ['extension', 7, 'wrong-type'],
    ['zone', 'Asia/Nowhere', 'out-of-range'],
    ['region', 'il', 'out-of-range'],
    ['region', 'israel', 'out-of-range'],
    ['region', 'ZQ', 'out-of-range'],
    ['theme', 'blue', 'out-of-range'],
    ['startHidden', 'yes', 'wrong-type'],
    ['colour', 'red', 'unknown'],
    ['constructor', {}, 'unknown'],
  ])('leaves %s = %j out, as %s', (key, value, why) => {
    expect(readSettings('user', { [key]: value })).toEqual({
      values: {},
      problems: [{ source: 'user', key, why }],
    })
  })

  it('removes spaces and slashes from an address, and spaces from an extension', () => {
    const { values } = readSettings('user', {
      baseUrl: ' https://example.com/comet/API// ',
      extension: ' SIPSIP2 ',
    })
    expect(values).toEqual({ baseUrl: 'https://example.com/comet/API', extension: 'SIPSIP2' })
  })

  it('reports an invalid policy code, but never its text', () => {
    expect(readSettings('policy', { code: 42 }).problems).toEqual([
      { source: 'policy', key: 'code', why: 'wrong-type' },
    ])
    expect(readSettings('policy', { code: 'good' }).problems).toEqual([])
  })

  it('ignores a code in the user’s settings', () => {
    expect(readSettings('user', { code: 'x' })).toEqual({
      values: {},
      problems: [{ source: 'user', key: 'code', why: 'unknown' }],
    })
  })

  it.each([null, [], 'text', 7])('reads %j as no settings', (raw) => {
    expect(readSettings('user', raw)).toEqual({
      values: {},
      problems: [{ source: 'user', key: '', why: 'wrong-type' }],
    })
  })

  it('reads any JSON without failing, and returns only settings that it would accept again', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...SETTING_KEYS, '__proto__', 'code'), fc.jsonValue()),
        (raw) => {
          const { values } = readSettings('user', raw)
          expect(readSettings('user', values)).toEqual({ values, problems: [] })
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('isLoopback', () => {
  it.each([
    'http://127.0.0.1:1/',
    'http://127.8.9.1/',
    'http://localhost/',
    'http://[::1]:80/',
    'http://0x7f.1/',
  ])('is true for %s', (url) => {
    expect(isLoopback(url)).toBe(true)
  })

  it.each([
    'http://127.0.0.1.example.com/',
    'http://localhost.example/',
    'http://127.0.0.1@example.com/',
    'http://10.0.0.1/',
    'nonsense',
    '',
  ])('is false for %s', (url) => {
    expect(isLoopback(url)).toBe(false)
  })
})

describe('readCode', () => {
  it('removes the spaces of a pasted code', () => {
    expect(readCode('  code\n')).toBe('code')
  })

  it.each(['', '   ', null, 7, 'x'.repeat(MAX_CODE_LENGTH + 1)])('reads %j as none', (value) => {
    expect(readCode(value)).toBeNull()
  })

  it('finds the policy’s own code only', () => {
    expect(policySecret('code', { code: 'organisation' })).toBe('organisation')
    expect(policySecret('code', Object.create({ code: 'inherited' }))).toBeNull()
    expect(policySecret('code', null)).toBeNull()
  })
})
