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

/** An object literal of the source: its properties as they are written. */
export type Written = Readonly<Record<string, string>>

/** The `webPreferences` of every window that is made, by file. */
export function webPreferencesOf(files: readonly ParsedFile[]): readonly Written[] {
  return nodesOf(files, (node) =>
    ts.isPropertyAssignment(node) &&
    nameOf(node.name) === 'webPreferences' &&
    ts.isObjectLiteralExpression(node.initializer)
      ? writtenOf(node.initializer)
      : null,
  )
}

/** How often `new <name>(…)` stands there. */
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

/** Files that name any of these: as identifier, property or within a text, comments left aside. */
export const naming = (files: readonly ParsedFile[], pattern: RegExp): readonly string[] =>
  files
    .filter((file) => {
      if (/\.(html|css)$/.test(file.path)) return pattern.test(file.text)
      return (
        nodesOf([file], (node) =>
          (ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) &&
          pattern.test(node.text)
            ? true
            : null,
        ).length > 0 ||
        (file.path.endsWith('.vue') && pattern.test(templateOf(file.text)))
      )
    })
    .map(({ path }) => path)

function nodesOf<T>(files: readonly ParsedFile[], find: (node: ts.Node) => T | null): readonly T[] {
  return files.flatMap(({ script }) => {
    const found: T[] = []
    if (script === null) return []
    walk(script, (node) => {
      const one = find(node)
      if (one !== null) found.push(one)
    })
    return found
  })
}

const writtenOf = (literal: ts.ObjectLiteralExpression): Written =>
  Object.fromEntries(
    literal.properties.flatMap((property) =>
      ts.isPropertyAssignment(property)
        ? [[nameOf(property.name), property.initializer.getText()]]
        : [[property.getText(), '']],
    ),
  )

const nameOf = (name: ts.PropertyName): string =>
  ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : ''

const templateOf = (text: string): string => text.slice(Math.max(0, text.indexOf('<template>')))
