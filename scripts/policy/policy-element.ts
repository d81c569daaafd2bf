import type { SettingShape } from '../../core/settings/setting.ts'
import { xml, type Xml } from './xml.ts'

/** A field of a form: one value in the registry. */
export interface PolicyElement {
  readonly id: string
  readonly valueName: string
  readonly shape: Exclude<SettingShape, { kind: 'group' }>
  /** The sub-key that contains it; null for the policies' own key. */
  readonly under: string | null
}

/** The values in a policy's form; none for a switch, which is on or off as a policy. */
export function elementsOf(key: string, shape: SettingShape): readonly PolicyElement[] {
  if (shape.kind === 'flag') return []
  if (shape.kind !== 'group') return [{ id: key, valueName: key, shape, under: null }]
  const { of } = shape
  if (of.kind === 'group') throw new Error(`${key} has groups in a group, which no form has`)
  return shape.keys.map((name) => ({ id: `${key}_${name}`, valueName: name, shape: of, under: key }))
}

/** The id of the text for a value in a list. */
export const valueId = (value: string): string => `value_${value.replaceAll('-', '_')}`

/** The element of the .admx. `root`: the policies' own key. */
export function elementXml({ id, valueName, shape, under }: PolicyElement, root: string): Xml {
  const location = { id, valueName, ...(under === null ? {} : { key: `${root}\\${under}` }) }
  switch (shape.kind) {
    case 'flag':
      return xml('boolean', location, [
        xml('trueValue', {}, [decimal(1)]),
        xml('falseValue', {}, [decimal(0)]),
      ])
    case 'number':
      return xml('decimal', {
        ...location,
        minValue: `${shape.least}`,
        maxValue: `${shape.most}`,
        required: 'true',
      })
    case 'choice':
      return xml('enum', { ...location, required: 'true' }, shape.among.map(itemXml))
    case 'list':
    case 'json':
      // The maximum length of a line: the default of 1,023 characters is less than a CRM rule may have.
      return xml('multiText', { ...location, maxLength: '16383' })
    case 'text':
      return xml('text', { ...location, required: 'true' })
    case 'key':
      return xml('text', location)
  }
}

export const decimal = (value: number): Xml => xml('decimal', { value: `${value}` })

const itemXml = (value: string): Xml =>
  xml('item', { displayName: `$(string.${valueId(value)})` }, [xml('value', {}, [xml('string', {}, value)])])
