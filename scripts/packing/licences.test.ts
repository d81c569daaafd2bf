import { describe, expect, it } from 'vitest'
import { packageFolder } from './bundled-parts-plugin.ts'
import { licenceProblems, licencesText } from './licences.ts'
import type { Part } from './parts.ts'
import { sbom } from './sbom.ts'

const vue: Part = {
  folder: 'node_modules/vue',
  name: 'vue',
  version: '3.5.0',
  licence: 'MIT',
  text: 'The MIT License (MIT)',
}
const bare: Part = { folder: 'node_modules/@a/b', name: '@a/b', version: '1.0.0', licence: 'ISC', text: '' }

describe('the parts of the program', () => {
  it('are found by the folder of their package, including nested and scoped ones', () => {
    expect(packageFolder('/r/node_modules/vue/dist/vue.js?x=1', '/r')).toBe('node_modules/vue')
    expect(packageFolder('\0/r/node_modules/a/node_modules/@b/c/i.js', '/r')).toBe(
      'node_modules/a/node_modules/@b/c',
    )
    expect(packageFolder('/r/core/domain.ts', '/r')).toBeNull()
  })

  it('are listed with the text of their licence', () => {
    const text = licencesText([vue, bare])
    expect(text).toContain('vue 3.5.0: MIT')
    expect(text).toContain('The MIT License (MIT)')
    expect(text).toContain('its licence is ISC')
  })

  it('are reported if their licence requires more, or isn’t given', () => {
    const parts = [vue, { ...vue, name: 'x', licence: 'GPL-3.0' }, { ...vue, name: 'y', licence: '' }]
    expect(licenceProblems(parts)).toEqual(['x is under GPL-3.0.', 'y is under no stated licence.'])
  })

  it('are in the bill of materials, with the hash from the lock file in hex', () => {
    const lock = { packages: { 'node_modules/vue': { integrity: `sha512-${btoa('abc')}` } } }
    const bill: unknown = JSON.parse(sbom({ name: 'ringside', version: '0.1.0' }, [vue, bare], lock))
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { component: { name: 'ringside', version: '0.1.0' } },
      components: [
        { name: 'vue', purl: 'pkg:npm/vue@3.5.0', hashes: [{ alg: 'SHA-512', content: '616263' }] },
        { name: '@a/b', purl: 'pkg:npm/%40a/b@1.0.0', licenses: [{ license: { id: 'ISC' } }] },
      ],
    })
  })
})
