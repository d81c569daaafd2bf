import { fileURLToPath } from 'node:url'
import type { Configuration } from 'electron-builder'
import { describe, expect, it } from 'vitest'
import configuration from '../../electron-builder.config.ts'
import { configurationProblems } from './configuration-problems.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('the configuration of the packages', () => {
  it('has what each system’s packages need', () => {
    expect(configurationProblems(configuration, root)).toEqual([])
  })

  it.each<[string, Configuration]>([
    ['the one that the program reports to Windows', { appId: 'Other' }],
    ['not in an archive', { asar: false }],
    ['hardened runtime is off', { mac: { ...configuration.mac, hardenedRuntime: false } }],
    ['entitlements are missing', { mac: { ...configuration.mac, entitlements: 'resources/none.plist' } }],
    [
      'banners that disappear automatically',
      { mac: { ...configuration.mac, extendInfo: { LSUIElement: true } } },
    ],
    ['smaller than 512', { mac: { ...configuration.mac, icon: 'resources/tray/idle.png' } }],
    ['the zip that updates need', { mac: { ...configuration.mac, target: ['dmg'] } }],
    [
      'page or mailbox is named that can’t exist',
      { extraMetadata: { homepage: 'https://ringside.invalid' } },
    ],
    [
      'mailbox is named',
      { linux: { ...configuration.linux, maintainer: 'Ringside <nobody@ringside.invalid>' } },
    ],
    ['have different names', { linux: { ...configuration.linux, syncDesktopName: false } }],
  ])('is reported as wrong: %s', (what, change) => {
    const problems = configurationProblems({ ...configuration, ...change }, root)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(what)
  })

  it('is reported as wrong if the installer has no script of ours, or another', () => {
    for (const include of [null, 'entitlements.mac.plist']) {
      const problems = configurationProblems(
        { ...configuration, nsis: { ...configuration.nsis, include } },
        root,
      )
      expect(problems.join()).toContain('installation for everyone')
      expect(problems.join()).toContain('clicks on alerts')
      expect(problems).toHaveLength(2)
    }
  })
})
