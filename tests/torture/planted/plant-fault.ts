import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PlantedFault } from './planted-fault.ts'

export const ROOT = join(import.meta.dirname, '../../..')

/** A file's text with the fault in it. Throws if the text to replace doesn't occur exactly once. */
export function withFault(source: string, { name, file, text, becomes }: PlantedFault): string {
  const [before = '', after, ...more] = source.split(text)
  if (after === undefined || more.length > 0)
    throw new Error(
      `“${name}” can’t be planted: ${file} has the text to replace ${more.length === 0 ? 'no longer' : 'more than once'}: ${text}`,
    )
  return before + becomes + after
}

/** Modules that this thread loads from now on have the fault. */
export function plantFault(fault: PlantedFault): void {
  const target = pathToFileURL(join(ROOT, fault.file)).href
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (url !== target) return loaded
      const { source } = loaded
      const text = typeof source === 'string' ? source : new TextDecoder().decode(source ?? undefined)
      return { ...loaded, source: withFault(text, fault) }
    },
  })
}
