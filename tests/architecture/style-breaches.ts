import { parse } from 'vue/compiler-sfc'
import type { SourceFile } from './source-file.ts'

const PHYSICAL = [
  /(?<![\w-])((?:scroll-)?(?:margin|padding)|border)-(left|right)(?:-[a-z]+)?\s*:/g,
  /(?<![\w-])border-(top|bottom)-(left|right)-radius\s*:/g,
  /(?<![\w-])(left|right)\s*:/g,
  /(?<![\w-])(text-align|float|clear)\s*:\s*(left|right)\b/g,
]

const RAW_COLOUR = [
  /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?![\w-])/gi,
  /(?<![\w-])(?:rgba?|hsla?|hwb|oklch|oklab|lch|lab)\(/gi,
]

/** Where styles name left or right, which would be wrong in Hebrew, as `file: what`. */
export const physicalStyles = (file: SourceFile): readonly string[] => matches(file, PHYSICAL)

/** Where styles name a colour instead of a role from src/styles, as `file: what`. */
export const rawColours = (file: SourceFile): readonly string[] =>
  file.path.startsWith('src/styles/') ? [] : matches(file, RAW_COLOUR)

function matches(file: SourceFile, patterns: readonly RegExp[]): readonly string[] {
  const css = stylesOf(file).replaceAll(/\/\*[\s\S]*?\*\//g, '')
  return patterns.flatMap((pattern) => [...css.matchAll(pattern)].map(([what]) => `${file.path}: ${what}`))
}

/** A style sheet, or the style blocks and style-related attributes of a .vue file. */
function stylesOf({ path, text }: SourceFile): string {
  if (path.endsWith('.css')) return text
  if (!path.endsWith('.vue')) return ''
  const { styles, template } = parse(text, { filename: path }).descriptor
  const attributes = template?.content.match(/(?<=[\s:])(style|color|fill|stroke)="[^"]*"/g) ?? []
  return [...styles.map(({ content }) => content), ...attributes.map((one) => one.replaceAll('"', ' '))].join(
    '\n',
  )
}
