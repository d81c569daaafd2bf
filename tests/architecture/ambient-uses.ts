import ts from 'typescript'
import { scriptOf, walk } from './script-of.ts'
import type { SourceFile } from './source-file.ts'

const NAMES = ['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'performance', 'globalThis', 'process']
const MEMBERS = ['Date.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues']

/** Where a file takes time, chance or the network from its environment instead of a parameter, as `file:line name`. */
export function ambientUses(file: SourceFile): readonly string[] {
  const script = scriptOf(file)
  if (script === null) return []
  const own = namesBoundIn(script)
  const found: string[] = []
  walk(script, (node) => {
    const name = ambientName(node)
    if (name === null || own.has(name)) return
    found.push(`${file.path}:${script.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${name}`)
  })
  return found
}

function ambientName(node: ts.Node): string | null {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
    return 'new Date()'
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText().replaceAll('?', '')
    return MEMBERS.includes(text) ? text : null
  }
  return ts.isIdentifier(node) && NAMES.includes(node.text) && isRead(node) ? node.text : null
}

/** False for the name of a member or property, or within a type: these use nothing at run time. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  return (
    !ts.isTypeElement(parent) &&
    !ts.isPartOfTypeNode(node) &&
    !ts.isQualifiedName(parent) &&
    !ts.isTypeQueryNode(parent)
  )
}

function namesBoundIn(script: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>()
  walk(script, (node) => {
    if (
      (ts.isParameter(node) || ts.isBindingElement(node) || ts.isVariableDeclaration(node)) &&
      ts.isIdentifier(node.name)
    )
      names.add(node.name.text)
  })
  return names
}
