import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
/** A decision in docs/adr may name what no longer exists. */
const PAGES = globSync(['*.md', 'docs/*.md', '{core/words,simulator,browser-host,resources}/*.md'], {
  cwd: ROOT,
})
/** Created by whoever follows the example in CONTRIBUTING.md. */
const EXAMPLES: readonly string[] = ['src/calls/CallCard.test.ts']

/** A path from the root, such as `core/alerts/ladder.ts`; not a pattern. */
const PATH = /`((?:core|electron|src|browser-host|simulator|scripts|tests|resources|docs)\/[\w./-]+)`/g
/** A function of a file, such as `core/phone.ts` (`readPhone`). */
const IN_FILE = /`([\w./-]+\.ts)` \(`(\w+)`/g
/** The target of a Markdown link to a file. */
const LINK = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g

it.each(PAGES)('every path and link in %s exists', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8')
  const paths = [...text.matchAll(PATH)].map(([, path = '']) => path)
  const links = [...text.matchAll(LINK)].map(([, path = '']) => join(dirname(page), path))
  const missing = [...paths, ...links].filter((path) => !existsSync(join(ROOT, path)))
  expect(missing.filter((path) => !EXAMPLES.includes(path))).toEqual([])
})

it.each(PAGES)('every function in %s is in its file', (page) => {
  const named = [...readFileSync(join(ROOT, page), 'utf8').matchAll(IN_FILE)]
  const missing = named.filter(([, path = '', name = '']) => {
    const code = readFileSync(join(ROOT, path), 'utf8')
    return !new RegExp(`\\b${name}\\b`).test(code)
  })
  expect(missing.map(([text]) => text)).toEqual([])
})
