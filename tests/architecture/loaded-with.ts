import { importsOf } from './imports-of.ts'
import type { SourceFile } from './source-file.ts'

/** The files that are loaded along with these, themselves included: without types and dynamic imports. */
export function loadedWith(files: readonly SourceFile[], starts: readonly string[]): readonly SourceFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const loaded = new Set<SourceFile>()
  const visit = (path: string): void => {
    const file = byPath.get(path)
    if (file === undefined || loaded.has(file)) return
    loaded.add(file)
    for (const { kind, target } of importsOf(file)) if (kind === 'static') visit(target)
  }
  starts.forEach(visit)
  return [...loaded]
}
