import { parseSync } from 'vite'

/**
 * JavaScript without the named properties of the object that it exports; the rest unchanged.
 * @throws Error if it exports no object, or one that lacks any of them.
 */
export function withoutSections(code: string, sections: readonly string[]): string {
  return without(code, named(exportedProperties(code), sections))
}

/** The same with only these properties. @throws Error as `withoutSections`. */
export function onlySections(code: string, sections: readonly string[]): string {
  const all = exportedProperties(code)
  const wanted = named(all, sections)
  return without(
    code,
    all.filter((one) => !wanted.includes(one)),
  )
}

const named = (all: readonly Section[], sections: readonly string[]): readonly Section[] =>
  sections.map((section) => {
    const found = all.find(({ name }) => name === section)
    if (found === undefined) throw new Error(`the words have no section “${section}”`)
    return found
  })

const without = (code: string, sections: readonly Section[]): string =>
  sections
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), code)

interface Section {
  readonly name: string
  readonly start: number
  readonly end: number
}

function exportedProperties(code: string): readonly Section[] {
  for (const statement of parseSync('words.js', code).program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue
    if (statement.declaration?.type !== 'VariableDeclaration') continue
    const object = statement.declaration.declarations[0]?.init
    if (object?.type !== 'ObjectExpression') continue
    return object.properties.flatMap((one) =>
      one.type === 'Property' && one.key.type === 'Identifier'
        ? [{ name: one.key.name, start: one.start, end: one.end }]
        : [],
    )
  }
  throw new Error('the words export no object')
}
