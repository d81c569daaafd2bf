import { describe, expect, it } from 'vitest'
import { CODE_ADDRESSES, codeDestinations, codeOrigins } from './code-addresses.ts'
import { DEFAULT_SETTINGS, SETTINGS } from './settings.ts'

const evil = 'https://evil.example'

describe('where the code may be sent', () => {
  it('is a set of origins, each listed once, with the purpose', () => {
    expect(codeOrigins(DEFAULT_SETTINGS)).toEqual([
      'https://monapisec.voicenter.co.il',
      'https://api.voicenter.com',
    ])
    const local = 'http://127.0.0.1:4700'
    const one = {
      ...DEFAULT_SETTINGS,
      baseUrl: `${local}/comet/API`,
      dialUrl: `${local}/dial`,
      statusUrl: `${local}/status`,
      callLogUrl: `${local}/cdr`,
    }
    expect(codeDestinations(one, () => true)).toEqual([
      { origin: local, addresses: ['baseUrl', 'dialUrl', 'statusUrl', 'callLogUrl'], allowed: 'yes' },
    ])
  })

  it('needs a confirmation for another origin of the vendor, and the code itself for any other', () => {
    const elsewhere = { dialUrl: `${evil}/dial`, statusUrl: `${evil}/status`, callLogUrl: `${evil}/cdr` }
    const settings = { ...DEFAULT_SETTINGS, ...elsewhere }
    const mayGo = (origin: string) => origin === 'https://monapisec.voicenter.co.il'
    expect(codeDestinations(DEFAULT_SETTINGS, mayGo).map(({ allowed }) => allowed)).toEqual([
      'yes',
      'confirm',
    ])
    expect(codeDestinations(settings, mayGo).map(({ allowed }) => allowed)).toEqual(['yes', 'enter-again'])
    expect(codeDestinations(settings, null).map(({ allowed }) => allowed)).toEqual(['none', 'none'])
  })

  it('is locked at every address by a policy’s code', () => {
    for (const key of CODE_ADDRESSES) expect(SETTINGS[key].boundBy).toBe('code')
  })
})
