import type { TemplateError } from '../../core/templates/template.ts'

export interface MarkedText {
  readonly text: string
  readonly wrong: boolean
}

/** A text in pieces, those with an error marked; joined again they are the text. */
export function templateMarks(text: string, errors: readonly TemplateError[]): readonly MarkedText[] {
  const pieces: MarkedText[] = []
  let done = 0
  for (const { at, length } of errors) {
    const from = Math.max(done, at)
    if (from > done) pieces.push({ text: text.slice(done, from), wrong: false })
    done = Math.max(from, at + length)
    if (done > from) pieces.push({ text: text.slice(from, done), wrong: true })
  }
  return [...pieces, { text: text.slice(done), wrong: false }].filter((piece) => piece.text !== '')
}
