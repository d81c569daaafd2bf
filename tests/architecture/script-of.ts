import ts from 'typescript'
import { parse } from 'vue/compiler-sfc'
import type { SourceFile } from './source-file.ts'

const parsed = new WeakMap<SourceFile, ts.SourceFile | null>()

/** A file's TypeScript as a tree; for a .vue file, its script blocks. Null for a file without any. */
export function scriptOf(file: SourceFile): ts.SourceFile | null {
  const script = parsed.get(file) ?? parseScript(file)
  parsed.set(file, script)
  return script
}

function parseScript({ path, text }: SourceFile): ts.SourceFile | null {
  if (path.endsWith('.ts')) return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  if (!path.endsWith('.vue')) return null
  const { script, scriptSetup } = parse(text, { filename: path, sourceMap: false }).descriptor
  const content = [script, scriptSetup].map((block) => block?.content ?? '').join('\n')
  return ts.createSourceFile(`${path}.ts`, content, ts.ScriptTarget.Latest, true)
}

/** Calls `visit` for each node of the tree, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  node.forEachChild((child) => walk(child, visit))
}
