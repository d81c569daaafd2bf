import type { ReadCall, ReadExtension } from './domain.ts'

/**
 * Changes every call in responses about extensions. An object that was seen before gives the same one again, and one in
 * which nothing changes is returned itself.
 */
export function mapCalls(
  change: (call: ReadCall) => ReadCall,
): (answer: readonly ReadExtension[]) => readonly ReadExtension[] {
  const mapExtension = memoized((extension: ReadExtension): ReadExtension => {
    const calls = mapped(extension.calls, change)
    return calls === extension.calls ? extension : { ...extension, calls }
  })
  return memoized((answer) => mapped(answer, mapExtension))
}

function memoized<T extends object>(change: (one: T) => T): (one: T) => T {
  const known = new WeakMap<T, T>()
  return (one) => {
    const changed = known.get(one) ?? change(one)
    known.set(one, changed)
    return changed
  }
}

function mapped<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const changed = list.map((one) => change(one))
  return changed.every((one, index) => one === list[index]) ? list : changed
}
