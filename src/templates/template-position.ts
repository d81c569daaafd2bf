/** A position in a text as a person counts it: lines and characters from 1. `at` counts UTF-16 units from 0. */
export function templatePosition(
  text: string,
  at: number,
): { readonly line: number; readonly character: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/)
  return { line: before.length, character: Array.from(before.at(-1) ?? '').length + 1 }
}
