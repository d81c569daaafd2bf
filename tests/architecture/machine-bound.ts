import ts from 'typescript'
import { scriptOf, walk } from './script-of.ts'
import type { SourceFile } from './source-file.ts'

/** Where a file does something that works on one computer but not on another (docs/adr/0021), as `file:line why`. */
export function machineBound(file: SourceFile): readonly string[] {
  const script = HINT.test(file.text) ? scriptOf(file) : null
  if (script === null) return []
  const found: string[] = []
  walk(script, (node) => {
    const why = CHECKS.find(({ fits }) => fits(node))?.why
    if (why === undefined) return
    found.push(`${file.path}:${script.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${why}`)
  })
  return found
}

/** Most files contain none of these words and needn't be parsed. */
const HINT = /pathname|\.listen\(|toLocale|localeCompare|Intl\.|TZ/

const CHECKS: readonly { readonly why: string; readonly fits: (node: ts.Node) => boolean }[] = [
  {
    why: 'a file URL’s path is encoded: use import.meta.dirname or fileURLToPath',
    fits: (node) => isUrlOfFile(node) && (isMember(node.parent, 'pathname') || isTakenApart(node.parent)),
  },
  {
    why: 'another program may have this port: listen at 0 and ask which it became',
    fits: (node) => isCallOf(node, 'listen') && node.arguments.some(namesPort),
  },
  {
    why: 'name the language: the computer’s own is anybody’s guess',
    fits: (node) =>
      (isCallOf(node, /^toLocale/) && node.arguments.length === 0) ||
      (isCallOf(node, 'localeCompare') && node.arguments.length < 2) ||
      (ts.isNewExpression(node) && /^Intl\./.test(node.expression.getText()) && !node.arguments?.length),
  },
  {
    why: 'a test names its zone by useZone',
    fits: (node) =>
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      /\.TZ$|\[['"]TZ['"]\]$/.test(node.left.getText()),
  },
]

const isUrlOfFile = (node: ts.Node): boolean =>
  ts.isNewExpression(node) &&
  node.expression.getText() === 'URL' &&
  (node.arguments ?? []).some((argument) => argument.getText().includes('import.meta'))

const isMember = (node: ts.Node, name: string): boolean =>
  ts.isPropertyAccessExpression(node) && node.name.text === name

const isTakenApart = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node) &&
  ts.isObjectBindingPattern(node.name) &&
  /\bpathname\b/.test(node.name.getText())

function isCallOf(node: ts.Node, name: string | RegExp): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  const { text } = node.expression.name
  return typeof name === 'string' ? text === name : name.test(text)
}

function namesPort(argument: ts.Node): boolean {
  if (ts.isNumericLiteral(argument)) return Number(argument.text) > 0
  return (
    ts.isObjectLiteralExpression(argument) &&
    argument.properties.some(
      (one) => ts.isPropertyAssignment(one) && one.name.getText() === 'port' && namesPort(one.initializer),
    )
  )
}
