import type { TemplatePart } from './template.ts'

/** A template as text: parsing it returns the same parts. */
export function printTemplate(parts: readonly TemplatePart[]): string {
  return parts.map(printed).join('')
}

function printed(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return part.text.replaceAll('{', '{{').replaceAll('}', '}}')
    case 'field':
      return `{${part.field}}`
    case 'customdata':
      return `{customdata.${part.key}}`
    case 'unknown':
      return `{${part.name}}`
  }
}
