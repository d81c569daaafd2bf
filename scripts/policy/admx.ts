import { POLICY_KEYS, POLICY_SHAPES } from '../../core/policy/policy-shapes.ts'
import type { PolicyKey, PolicyShape } from '../../core/policy/policy-shapes.ts'
import { REGISTRY_KEY } from '../../core/policy/read-registry.ts'
import { decimal, elementsOf, elementXml } from './policy-element.ts'
import { POLICY_GROUPS } from './policy-groups.ts'
import type { PolicyGroup } from './policy-words.ts'
import { xml, xmlText, type Xml } from './xml.ts'

/** Of Microsoft's schema for policy definitions. */
export const ADMX_NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions'

const REVISIONS = { revision: '1.0', schemaVersion: '1.0', xmlns: ADMX_NAMESPACE }

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
export const groups = (): readonly PolicyGroup[] => [...new Set(POLICY_KEYS.map((key) => POLICY_GROUPS[key]))]

/** The id of a group's text and, as a category, its name. */
export const groupId = (group: PolicyGroup): string => `group_${group}`

/** Texts are found by the policy's key, and its explanation by this id. */
export const explainId = (key: PolicyKey): string => `${key}_explain`

/** The shape of a policy's value. */
export function shapeOf(key: PolicyKey): PolicyShape {
  const shape = POLICY_SHAPES.get(key)
  if (shape === undefined) throw new Error(`${key} has no shape`)
  return shape
}

const categoryXml = (group: PolicyGroup): Xml =>
  xml('category', { name: groupId(group), displayName: `$(string.${groupId(group)})` }, [
    xml('parentCategory', { ref: 'Ringside' }),
  ])

function policyXml(key: PolicyKey): Xml {
  const shape = shapeOf(key)
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
      xml('parentCategory', { ref: groupId(POLICY_GROUPS[key]) }),
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
