/** A theme's colours by role, as `#rrggbb`. */
export type ColorRoles = ReadonlyMap<string, string>

/** The four ways the window can look, out of the text of tokens.css. */
export function readColorRoles(css: string): Readonly<Record<ThemeName, ColorRoles>> {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const usual = declarations(block(plain, ':root {'))
  const more = new Map([...usual, ...declarations(block(plain, 'body {'))])
  return {
    light: rolesOf(usual, 0),
    dark: rolesOf(usual, 1),
    'high contrast, light': rolesOf(more, 0),
    'high contrast, dark': rolesOf(more, 1),
  }
}

type ThemeName = 'light' | 'dark' | 'high contrast, light' | 'high contrast, dark'

/** What stands in the first block that begins so. */
function block(css: string, opening: string): string {
  const from = css.indexOf(opening)
  return css.slice(from + opening.length, css.indexOf('}', from))
}

const declarations = (css: string): ReadonlyMap<string, string> =>
  new Map(
    [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  )

/** Those that are one colour for light and one for dark, and those that are another role's. */
function rolesOf(values: ReadonlyMap<string, string>, side: 0 | 1): ColorRoles {
  const colour = (value: string): string | undefined => {
    const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
    if (other !== undefined) return colour(values.get(other) ?? '')
    return /^light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)$/i.exec(value)?.[side + 1]
  }
  return new Map(
    [...values].flatMap(([name, value]) => {
      const found = colour(value)
      return found === undefined ? [] : [[name, found] as const]
    }),
  )
}
