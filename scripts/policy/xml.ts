/** An XML element. Its children are elements, or one text. */
export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Xml[] | string
}

export const xml = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Xml[] | string = [],
): Xml => ({ name, attributes, children })

/** A whole document, indented by two spaces. */
export const xmlText = (root: Xml): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${lines(root, '').join('\n')}\n`

function lines({ name, attributes, children }: Xml, indent: string): readonly string[] {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const head = `${indent}<${name}${all.join('')}`
  if (typeof children === 'string') return [`${head}>${escaped(children)}</${name}>`]
  if (children.length === 0) return [`${head} />`]
  return [`${head}>`, ...children.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`]
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
