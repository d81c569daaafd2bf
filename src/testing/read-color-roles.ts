/** A theme's colours by role, as `#rrggbb`. */
export type ColorRoles = ReadonlyMap<string, string>

/** The four looks of the window, from the text of tokens.css. */
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

/** The content of the first block that starts like this. */
function block(css: string, opening: string): string {
  const from = css.indexOf(opening)
  return css.slice(from + opening.length, css.indexOf('}', from))
}

const declarations = (css: string): ReadonlyMap<string, string> =>
  new Map(
    [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  )

/** Roles with one colour for light and one for dark, and roles that refer to another. */
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
