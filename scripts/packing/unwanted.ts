import type { ArchiveFile } from './archive-files.ts'

/** Everything that may be in the archive: anything not named here is a mistake. */
const WANTED = [
  /^package\.json$/,
  /^out\/main\/[\w-]+\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/(index|popup)\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png)$/,
  /^out\/renderer\/[\w-]+\.wav$/,
]

/** Fields of package.json that must not be packed, because they are for developers. */
const DEVELOPER_FIELDS = ['scripts', 'devDependencies', 'build']

/** A sentence for each file that doesn't belong in the archive, or contains something that doesn't. */
export function unwanted(files: readonly ArchiveFile[], root: string): readonly string[] {
  return files.flatMap((file) => {
    if (!WANTED.some((pattern) => pattern.test(file.path))) return [`${file.path} should not be packed.`]
    const text = file.path.endsWith('.wav') ? '' : file.text()
    return inText(text, root, file.path).map((what) => `${file.path} contains ${what}.`)
  })
}

function inText(text: string, root: string, path: string): readonly string[] {
  const found: string[] = []
  if (/^\/[/*][#@] sourceMappingURL=/m.test(text)) found.push('a reference to a source map')
  if (text.includes(root)) found.push('a path of the computer it was built on')
  if (path === 'package.json') found.push(...developerFields(text))
  return found
}

function developerFields(text: string): readonly string[] {
  const raw: unknown = JSON.parse(text)
  if (typeof raw !== 'object' || raw === null) return ['no object']
  return DEVELOPER_FIELDS.filter((field) => field in raw).map((field) => `the field ${field}`)
}
