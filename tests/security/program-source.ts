import { join } from 'node:path'
import ts from 'typescript'
import { scriptOf, walk } from '../architecture/script-of.ts'
import { isTest, readSourceFiles, type SourceFile } from '../architecture/source-file.ts'

export const PROJECT = join(import.meta.dirname, '../..')

/** A source file and its tree. */
export interface ParsedFile extends SourceFile {
  readonly script: ts.SourceFile | null
}

export const parsed = (file: SourceFile): ParsedFile => ({ ...file, script: scriptOf(file) })

/** The source of what ships: main, preload, window and core, without tests. */
export const shippedSource = (): readonly ParsedFile[] =>
  readSourceFiles(PROJECT)
    .filter(({ path }) => /^(core|electron|src)\//.test(path) && !isTest(path))
    .map(parsed)

/** An object literal of the source: its properties as written. */
export type Written = Readonly<Record<string, string>>

/** The `webPreferences` of every window, by file. What is spread into one comes first, so that it overrides nothing. */
export function webPreferencesOf(files: readonly ParsedFile[]): readonly Written[] {
  return nodesOf(files, (node) =>
    ts.isPropertyAssignment(node) &&
    nameOf(node.name) === 'webPreferences' &&
    ts.isObjectLiteralExpression(node.initializer)
      ? writtenOf(node.initializer)
      : null,
  )
}

/** How often `new <name>(…)` occurs. */
export const madeOf = (files: readonly ParsedFile[], name: string): number =>
  nodesOf(files, (node) => (ts.isNewExpression(node) && node.expression.getText() === name ? true : null))
    .length

/** Where a method of this name is called: `path: text of the call`. */
export const callsOf = (files: readonly ParsedFile[], method: string): readonly string[] =>
  files.flatMap((file) =>
    nodesOf([file], (node) =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === method
        ? `${file.path}: ${node.getText().replace(/\s+/g, ' ')}`
        : null,
    ),
  )

/** Files that contain any of these: as an identifier, a property or within a string, but not in comments. */
export const naming = (files: readonly ParsedFile[], pattern: RegExp): readonly string[] =>
  files
    .filter((file) => {
      if (/\.(html|css)$/.test(file.path)) return pattern.test(file.text)
      return (
        wordsOf(file).some((word) => pattern.test(word)) ||
        (file.path.endsWith('.vue') && pattern.test(templateOf(file.text)))
      )
    })
    .map(({ path }) => path)

const nodesOf = <T>(files: readonly ParsedFile[], find: (node: ts.Node) => T | null): readonly T[] =>
  files.flatMap((file) => allNodesOf(file).map(find)).filter((one) => one !== null)

const allNodesOf = once(({ script }) => {
  const nodes: ts.Node[] = []
  if (script !== null) walk(script, (node) => void nodes.push(node))
  return nodes
})

/** Each identifier and string of a file, once. */
const wordsOf = once((file) => [
  ...new Set(
    nodesOf([file], (node) =>
      ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateHead(node) ? node.text : null,
    ),
  ),
])

/** Computes the result for a file only the first time. */
function once<T extends object>(workOut: (file: ParsedFile) => T): (file: ParsedFile) => T {
  const known = new WeakMap<ParsedFile, T>()
  return (file) => {
    const given = known.get(file) ?? workOut(file)
    known.set(file, given)
    return given
  }
}

function writtenOf({ properties }: ts.ObjectLiteralExpression): Written {
  const isSpread = properties.map((property) => ts.isSpreadAssignment(property))
  // Later properties win: nothing written before a spread is certain.
  return Object.fromEntries(
    properties
      .slice(Math.max(0, isSpread.lastIndexOf(true)))
      .map((property) =>
        ts.isPropertyAssignment(property)
          ? [nameOf(property.name), property.initializer.getText()]
          : [property.getText(), ''],
      ),
  )
}

const nameOf = (name: ts.PropertyName): string =>
  ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : ''

const templateOf = (text: string): string => text.slice(Math.max(0, text.indexOf('<template>')))
