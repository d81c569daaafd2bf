import { importsOf } from './imports-of.ts'
import type { SourceFile } from './source-file.ts'

/**
 * Cycles of files that load each other, each as `a → b → a`. Types and dynamic imports don't count: the first don't
 * exist at run time, the second wait until everything is evaluated.
 */
export function runtimeCycles(files: readonly SourceFile[]): readonly string[] {
  const loads = new Map(files.map((file) => [file.path, staticTargets(file)]))
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path)
    if (seenAt >= 0) circles.push([...trail.slice(seenAt), path].join(' → '))
    if (seenAt >= 0 || done.has(path)) return
    for (const target of loads.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const { path } of files) visit(path, [])
  return circles
}

/** The files from which a path of imports, types included, leads back to them. */
export function filesInCircles(files: readonly SourceFile[]): readonly string[] {
  const targets = new Map(files.map((file) => [file.path, importsOf(file).map(({ target }) => target)]))
  const leadsBack = (path: string): boolean => {
    const reached = new Set<string>()
    const next = [path]
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      for (const target of targets.get(at) ?? []) {
        if (target === path) return true
        if (!reached.has(target)) next.push(target)
        reached.add(target)
      }
    }
    return false
  }
  return files.map(({ path }) => path).filter(leadsBack)
}

const staticTargets = (file: SourceFile): readonly string[] =>
  importsOf(file)
    .filter(({ kind }) => kind === 'static')
    .map(({ target }) => target)
