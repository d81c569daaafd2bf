import { POLICY_KEYS, type PolicyKey } from '../../core/policy/policies.ts'
import type { SettingShape } from '../../core/settings/setting.ts'
import { explainId, groupId, groups, policyOf, REVISIONS } from './admx.ts'
import { elementsOf, valueId, type PolicyElement } from './policy-element.ts'
import type { PolicyWords } from './policy-words.ts'
import { xml, xmlText, type Xml } from './xml.ts'

/** The texts and forms of the administrative template in one language. */
export const adml = (words: PolicyWords): string =>
  xmlText(
    xml('policyDefinitionResources', REVISIONS, [
      xml('displayName', {}, words.category),
      xml('description', {}, words.supported),
      xml('resources', {}, [
        xml(
          'stringTable',
          {},
          Object.entries(strings(words)).map(([id, text]) => xml('string', { id }, text)),
        ),
        xml(
          'presentationTable',
          {},
          POLICY_KEYS.filter((key) => elementsOf(key, policyOf(key).shape).length > 0).map((key) =>
            xml(
              'presentation',
              { id: key },
              elementsOf(key, policyOf(key).shape).map((one) => controlXml(one, key, words)),
            ),
          ),
        ),
      ]),
    ]),
  )

/** The default of a setting as written in a policy file; null if it has none. */
export function defaultText(key: PolicyKey): string | null {
  const value = policyOf(key).byDefault
  return value === undefined ? null : JSON.stringify(value)
}

/** What a policy does, with its limits and its default. */
function explanation(key: PolicyKey, words: PolicyWords): string {
  const shape = policyOf(key).shape
  const byDefault = defaultText(key)
  const parts = [
    words.policies[key][1],
    ...(shape.kind === 'number' ? [words.limits(shape.least, shape.most)] : []),
    ...(shape.kind === 'list' || shape.kind === 'json' ? [words[shape.kind]] : []),
    ...(byDefault === null ? [] : [words.byDefault(byDefault)]),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function strings(words: PolicyWords): Readonly<Record<string, string>> {
  const values = [...new Set(POLICY_KEYS.flatMap((key) => chosenFrom(policyOf(key).shape)))]
  return Object.fromEntries([
    ['category', words.category],
    ['supported', words.supported],
    ...groups().map((group) => [groupId(group), words.groups[group]] as const),
    ...values.map((value) => [valueId(value), textOf(value, words)] as const),
    ...POLICY_KEYS.flatMap(
      (key) =>
        [
          [key, words.policies[key][0]],
          [explainId(key), explanation(key, words)],
        ] as const,
    ),
  ])
}

function chosenFrom(shape: SettingShape): readonly string[] {
  if (shape.kind === 'group') return chosenFrom(shape.of)
  return shape.kind === 'choice' ? shape.among : []
}

function textOf(value: string, { values }: PolicyWords): string {
  const text = values[value]
  if (text === undefined) throw new Error(`${value} has no text`)
  return text
}

function controlXml({ id, valueName, shape, under }: PolicyElement, key: PolicyKey, words: PolicyWords): Xml {
  const label = under === null ? words.policies[key][0] : textOf(valueName, words)
  switch (shape.kind) {
    case 'flag':
      return xml('checkBox', { refId: id }, label)
    case 'number':
      return xml('decimalTextBox', { refId: id, defaultValue: defaultText(key) ?? '' }, label)
    case 'choice':
      return xml('dropdownList', { refId: id, noSort: 'true' }, label)
    case 'list':
    case 'json':
      return xml('multiTextBox', { refId: id }, label)
    case 'text':
    case 'key':
      return xml('textBox', { refId: id }, [xml('label', {}, label)])
  }
}
