import { analyse } from 'scslre'
import ts from 'typescript'
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
    if (!ts.isRegularExpressionLiteral(node)) return
    const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/.exec(node.text) ?? []
    if (analyse(new RegExp(source, flags)).reports.length > 0) found.push(`${file.path} ${node.text}`)
  })
  return found
}
