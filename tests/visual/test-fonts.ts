import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** For Latin and Cyrillic, Hebrew, and Arabic: every script that the window is shown in; and for code, and arrows. */
const STYLESHEETS = [
  require.resolve('@fontsource-variable/noto-sans/index.css'),
  require.resolve('@fontsource-variable/noto-sans-hebrew/index.css'),
  require.resolve('@fontsource-variable/noto-sans-arabic/index.css'),
  require.resolve('@fontsource-variable/noto-sans-mono/index.css'),
]

/** Linear metrics: no hinting to whole pixels, which each system does in its own way. */
const FAMILY = `html:root {
  --family: 'Noto Sans Variable', var(--others), 'Noto Sans Mono Variable';
  --family-code: 'Noto Sans Mono Variable', var(--others);
  --others: 'Noto Sans Hebrew Variable', 'Noto Sans Arabic Variable';
  text-rendering: geometricPrecision;
}`

/** Goes at the end of a page's head. */
export const TEST_FONTS_LINK = '<link rel="stylesheet" href="test-fonts/index.css" />'

/**
 * The fonts that take the place of the system's in tests and pictures, so that a text is as wide on every machine: a
 * stylesheet and the files it names, by their path on the test page's server.
 */
export async function testFonts(): Promise<ReadonlyMap<string, Buffer>> {
  const packages = await Promise.all(
    STYLESHEETS.map(async (path) => {
      const css = await readFile(path, 'utf8')
      const names = Array.from(css.matchAll(/url\(\.\/(.*?)\)/g), ([, name]) => name ?? '')
      const files = names.map(
        async (name) => [`test-fonts/${name}`, await readFile(join(dirname(path), name))] as const,
      )
      return { css, files: await Promise.all(files) }
    }),
  )
  const css = [...packages.map((one) => one.css), FAMILY].join('\n')
  return new Map([['test-fonts/index.css', Buffer.from(css)], ...packages.flatMap((one) => one.files)])
}
