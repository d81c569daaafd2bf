import { posix } from 'node:path'
import ts from 'typescript'
import { scriptOf, walk } from './script-of.ts'
import type { SourceFile } from './source-file.ts'

export interface Import {
  /** `core/domain.ts` for a file of ours, `npm:vue`, `node:fs`, or `computed:` if it isn't a literal. */
  readonly target: string
  /** `type` doesn't exist at run time; `dynamic` is loaded when it is reached. */
  readonly kind: 'type' | 'static' | 'dynamic'
}

const known = new WeakMap<SourceFile, readonly Import[]>()

/**
 * Everything that a file imports, re-exports or requires. `import { type A } from …` counts as loaded at run time,
 * because it is: only `import type` is removed completely (TypeScript's verbatimModuleSyntax, Node's type stripping).
 */
export function importsOf(file: SourceFile): readonly Import[] {
  const imports = known.get(file) ?? readImports(file)
  known.set(file, imports)
  return imports
}

function readImports(file: SourceFile): readonly Import[] {
  const found: Import[] = []
  const script = scriptOf(file)
  const look = (node: ts.Node): void => {
    const one = readImport(node)
    if (one !== null) found.push({ kind: one.kind, target: targetOf(file.path, one.from) })
  }
  if (script === null) return []
  if (DEEP.test(file.text)) walk(script, look)
  else script.statements.forEach(look)
  return found
}

/** Most files have none of these, and all that they import at their top. */
const DEEP = /\bimport\s*\(|\brequire\b|\bdeclare\b|\bnamespace\b/

interface Read {
  readonly kind: Import['kind']
  readonly from: ts.Node | undefined
}

function readImport(node: ts.Node): Read | null {
  if (ts.isImportDeclaration(node)) {
    const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
    return { kind: isType ? 'type' : 'static', from: node.moduleSpecifier }
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { kind: node.isTypeOnly ? 'type' : 'static', from: node.moduleSpecifier }
  }
  if (ts.isImportTypeNode(node))
    return { kind: 'type', from: ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined }
  if (ts.isExternalModuleReference(node)) return { kind: 'static', from: node.expression }
  if (ts.isCallExpression(node) && isLoad(node.expression))
    return { kind: 'dynamic', from: node.arguments[0] }
  return null
}

const isLoad = (callee: ts.Node): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')

function targetOf(path: string, from: ts.Node | undefined): string {
  if (from === undefined || !ts.isStringLiteralLike(from)) return 'computed:'
  const specifier = from.text
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''))
  return specifier.startsWith('node:') ? specifier : `npm:${specifier}`
}
