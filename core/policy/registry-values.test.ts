import { describe, expect, it } from 'vitest'
import { readSettings } from '../settings/read-settings.ts'
import { parseRegQuery, registryValues } from './registry-values.ts'

const KEY = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Ringside'

function read(...lines: readonly string[]) {
  return registryValues(parseRegQuery(['', KEY, ...lines, ''].join('\r\n'), KEY))
}

describe('the registry’s policies', () => {
  it('equal those of a policy file', () => {
    const values = read(
      '    (Default)    REG_SZ    x',
      '    pollSeconds    REG_DWORD    0x5',
      '    requestsPerMinute    REG_SZ    20',
      '    alertOnRing    REG_DWORD    0x0',
      '    wideView    REG_DWORD    0x1',
      '    baseUrl    REG_SZ    https://one.example/comet/API',
      '    extension    REG_SZ    ',
      '    queues    REG_MULTI_SZ    7\\08',
      '    outcomeLabels    REG_MULTI_SZ    נמכר\\0No  answer',
      '    crmSchemes    REG_SZ    ["zoiper"]',
      '    queueThresholds    REG_MULTI_SZ    {\\0"7": 30\\0}',
      '    watch    REG_SZ    {"kind": "person", "userId": 5}',
      '',
      `${KEY}\\sounds`,
      '    ring    REG_SZ    none',
      '    missed    REG_SZ    system',
      '',
      `${KEY}\\blinks`,
      '    queue    REG_DWORD    0x1',
      '',
      `${KEY}\\globalKeys`,
      '    show    REG_SZ    CommandOrControl+Alt+R',
      '    copy    REG_SZ    ',
    )
    expect(values).toEqual({
      pollSeconds: 5,
      requestsPerMinute: 20,
      alertOnRing: false,
      wideView: true,
      baseUrl: 'https://one.example/comet/API',
      extension: '',
      queues: ['7', '8'],
      outcomeLabels: ['נמכר', 'No  answer'],
      crmSchemes: ['zoiper'],
      queueThresholds: { '7': 30 },
      watch: { kind: 'person', userId: 5 },
      sounds: { ring: 'none', missed: 'system' },
      blinks: { queue: true },
      globalKeys: { show: 'CommandOrControl+Alt+R', copy: null },
    })
    expect(readSettings('policy', values).problems).toEqual([])
  })

  it('match settings and sub-keys case-insensitively, as the registry does', () => {
    expect(
      read(
        '    POLLSECONDS    REG_DWORD    0x5',
        `${KEY.toUpperCase()}\\Sounds`,
        '    RING    REG_SZ    none',
      ),
    ).toEqual({ pollSeconds: 5, sounds: { ring: 'none' } })
  })

  it('accept the word that stands for a complete list', () => {
    expect(read('    queues    REG_SZ    all')).toEqual({ queues: 'all' })
    expect(read('    queues    REG_MULTI_SZ    all')).toEqual({ queues: 'all' })
    expect(read('    queues    REG_SZ    7')).toEqual({ queues: ['7'] })
  })

  it('leave unusable values, so that they are reported', () => {
    const values = read(
      '    alertOnRing    REG_DWORD    0x2',
      '    pollSeconds    REG_SZ    often',
      '    privacy    REG_BINARY    01',
      '    crmRules    REG_SZ    {',
      '    colour    REG_SZ    red',
    )
    const { problems } = readSettings('policy', values)
    expect(problems.map(({ key, why }) => [key, why])).toEqual([
      ['alertOnRing', 'wrong-type'],
      ['pollSeconds', 'wrong-type'],
      ['privacy', 'wrong-type'],
      ['crmRules', 'wrong-type'],
      ['colour', 'unknown'],
    ])
  })

  it('exclude other keys and deeper keys', () => {
    expect(
      read(
        `${KEY}2`,
        '    pollSeconds    REG_DWORD    0x5',
        `${KEY}\\sounds\\more`,
        '    ring    REG_SZ    none',
      ),
    ).toEqual({})
  })
})
