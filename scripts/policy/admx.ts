import { POLICIES, POLICY_KEYS } from '../../core/policy/policies.ts'
import type { PolicyEntry, PolicyKey } from '../../core/policy/policies.ts'
import { REGISTRY_KEY } from '../../core/policy/read-registry.ts'
import { decimal, elementsOf, elementXml } from './policy-element.ts'
import type { PolicyGroup } from '../../core/settings/setting.ts'
import { xml, xmlText, type Xml } from './xml.ts'

const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions'

/** The version of Microsoft's schema for policy definitions, as both kinds of file name it. */
export const REVISIONS = { revision: '1.0', schemaVersion: '1.0', xmlns: NAMESPACE }

/** Windows' administrative template: every policy, without a language's texts. */
export const admx = (): string =>
  xmlText(
    xml('policyDefinitions', REVISIONS, [
      xml('policyNamespaces', {}, [xml('target', { prefix: 'ringside', namespace: 'Ringside.Policies' })]),
      xml('resources', { minRequiredRevision: '1.0' }),
      xml('supportedOn', {}, [
        xml('definitions', {}, [
          xml('definition', { name: 'SUPPORTED', displayName: '$(string.supported)' }),
        ]),
      ]),
      xml('categories', {}, [
        xml('category', { name: 'Ringside', displayName: '$(string.category)' }),
        ...groups().map(categoryXml),
      ]),
      xml('policies', {}, POLICY_KEYS.map(policyXml)),
    ]),
  )

/** The groups that have a policy. */
export const groups = (): readonly PolicyGroup[] => [
  ...new Set(POLICY_KEYS.map((key) => policyOf(key).group)),
]

/** The id of a group's text and, as a category, its name. */
export const groupId = (group: PolicyGroup): string => `group_${group}`

/** The id of a policy's explanation; its name is found by its key. */
export const explainId = (key: PolicyKey): string => `${key}_explain`

/** What the table of settings says about a policy. */
export function policyOf(key: PolicyKey): PolicyEntry {
  const entry = POLICIES.get(key)
  if (entry === undefined) throw new Error(`${key} is no policy`)
  return entry
}

const categoryXml = (group: PolicyGroup): Xml =>
  xml('category', { name: groupId(group), displayName: `$(string.${groupId(group)})` }, [
    xml('parentCategory', { ref: 'Ringside' }),
  ])

function policyXml(key: PolicyKey): Xml {
  const { shape, group } = policyOf(key)
  const isFlag = shape.kind === 'flag'
  return xml(
    'policy',
    {
      name: key,
      class: 'Both',
      displayName: `$(string.${key})`,
      explainText: `$(string.${explainId(key)})`,
      key: REGISTRY_KEY,
      ...(isFlag ? { valueName: key } : { presentation: `$(presentation.${key})` }),
    },
    [
      xml('parentCategory', { ref: groupId(group) }),
      xml('supportedOn', { ref: 'SUPPORTED' }),
      ...(isFlag
        ? [xml('enabledValue', {}, [decimal(1)]), xml('disabledValue', {}, [decimal(0)])]
        : [
            xml(
              'elements',
              {},
              elementsOf(key, shape).map((one) => elementXml(one, REGISTRY_KEY)),
            ),
          ]),
    ],
  )
}
