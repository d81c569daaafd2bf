import { Window } from 'happy-dom'
import { beforeAll, describe, expect, it } from 'vitest'
import { POLICY_KEYS } from '../../core/policy/policies.ts'
import { admxFiles } from './admx-files.ts'
import { policyPage } from './policy-page.ts'

const files = admxFiles()
const LANGUAGES = ['en-US', 'he-IL']

/** Parsed as XML; throws if it isn't well-formed. */
function parse(name: string) {
  const window = new Window()
  const document = new window.DOMParser().parseFromString(files.get(name) ?? '', 'application/xml')
  if (document.querySelector('parsererror') !== null) throw new Error(`${name} is not well-formed`)
  return document
}

type Parsed = ReturnType<typeof parse>

const valuesOf = (document: Parsed, tag: string, attribute: string): readonly string[] =>
  [...document.getElementsByTagName(tag)].map((element) => element.getAttribute(attribute) ?? '')

const refsIn = (text: string, table: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\\$\\(${table}\\.(\\w+)\\)`, 'g'))].map(([, id]) => id ?? '')

describe('the files for administrators', () => {
  let admx: Parsed
  beforeAll(() => {
    admx = parse('ringside.admx')
  })

  it('have every key once: a policy in the template, a row in the page', async () => {
    expect(valuesOf(admx, 'policy', 'name')).toEqual(POLICY_KEYS)
    const page = await policyPage()
    expect(POLICY_KEYS.filter((key) => page.split(`\n| \`${key}\``).length !== 2)).toEqual([])
  })

  it('write only under the policies’ key', () => {
    const keys = [...valuesOf(admx, 'policy', 'key'), ...valuesOf(admx, 'text', 'key').filter(Boolean)]
    expect(keys.filter((key) => !/^Software\\Policies\\Ringside(\\\w+)?$/.test(key))).toEqual([])
  })

  it.each(LANGUAGES)('have every text and form that the template names, and no other, in %s', (language) => {
    const adml = parse(`${language}/ringside.adml`)
    const text = files.get('ringside.admx') ?? ''
    const strings = valuesOf(adml, 'string', 'id')
    expect(strings.toSorted()).toEqual([...new Set(refsIn(text, 'string'))].toSorted())
    expect(valuesOf(adml, 'presentation', 'id').toSorted()).toEqual(refsIn(text, 'presentation').toSorted())
    const texts = [...adml.getElementsByTagName('string')].map((one) => one.textContent)
    expect(texts.filter((one) => one === '' || one !== one.trim())).toEqual([])
  })

  it.each(LANGUAGES)('have in each form exactly the values of its policy, in %s', (language) => {
    const adml = parse(`${language}/ringside.adml`)
    for (const policy of admx.getElementsByTagName('policy')) {
      const name = policy.getAttribute('name')
      const ids = [...(policy.getElementsByTagName('elements')[0]?.children ?? [])].map(({ id }) => id)
      const form = [...adml.getElementsByTagName('presentation')].find(({ id }) => id === name)
      expect([...(form?.children ?? [])].map((one) => one.getAttribute('refId'))).toEqual(ids)
    }
  })

  it('put each policy into an existing folder', () => {
    const folders = valuesOf(admx, 'category', 'name')
    expect(valuesOf(admx, 'parentCategory', 'ref').filter((ref) => !folders.includes(ref))).toEqual([])
  })

  it('are distinguished from files that are not well-formed', () => {
    const window = new Window()
    const broken = new window.DOMParser().parseFromString('<a><b></a>', 'application/xml')
    expect(broken.querySelector('parsererror')).not.toBeNull()
  })
})
