import { analyse } from 'scslre'
import ts from 'typescript'
import { constantText } from './constant-text.ts'
import { scriptOf, walk } from './script-of.ts'
import type { SourceFile } from './source-file.ts'

/**
 * The regular expressions of a file that take more than linear time, as `file expression`. Found by analysis (scslre),
 * not by trying inputs.
 */
export function slowPatterns(file: SourceFile): readonly string[] {
  const script = scriptOf(file)
  if (script === null) return []
  const found: string[] = []
  walk(script, (node) => {
    const expression = ts.isRegularExpressionLiteral(node) ? written(node) : built(node)
    if (expression !== null && analyse(expression).reports.length > 0)
      found.push(`${file.path} ${expression}`)
  })
  return found
}

function written({ text }: ts.RegularExpressionLiteral): RegExp {
  const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/.exec(text) ?? []
  return new RegExp(source, flags)
}

/** A pattern composed of constants of the file; null for anything else. */
function built(node: ts.Node): RegExp | null {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'RegExp') return null
  const [source = null, flags = ''] = (node.arguments ?? []).map(constantText)
  return source === null || flags === null ? null : new RegExp(source, flags)
}
