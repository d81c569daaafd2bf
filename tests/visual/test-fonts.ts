import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** For Latin and Cyrillic, Hebrew, and Arabic, which are all the scripts of the window; and for code and arrows. */
const STYLESHEETS = [
  require.resolve('@fontsource-variable/noto-sans/index.css'),
  require.resolve('@fontsource-variable/noto-sans-hebrew/index.css'),
  require.resolve('@fontsource-variable/noto-sans-arabic/index.css'),
  require.resolve('@fontsource-variable/noto-sans-mono/index.css'),
]

/** Linear metrics: no hinting to whole pixels, which differs between systems. */
const FAMILY = `html:root {
  --family: 'Noto Sans Variable', var(--others), 'Noto Sans Mono Variable';
  --family-code: 'Noto Sans Mono Variable', var(--others);
  --others: 'Noto Sans Hebrew Variable', 'Noto Sans Arabic Variable';
  text-rendering: geometricPrecision;
}`

/** For the end of a page's head. */
export const TEST_FONTS_LINK = '<link rel="stylesheet" href="test-fonts/index.css" />'

/**
 * The fonts that replace the system's in tests and pictures, so that text is equally wide on every machine: a
 * stylesheet and its files, by their path on the test page server.
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
