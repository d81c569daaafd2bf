import { spokenValue } from './spoken-value.ts'
import type { ReadingStyle } from './spoken-value.ts'
import type { TemplatePart } from './template.ts'
import type { TemplateCall } from './template-call.ts'

/**
 * A template filled in for a person: the clipboard, a preview. In a template of several lines, a line whose fields are
 * all empty is left out, so that a card has no label without a value.
 */
export function renderText(parts: readonly TemplatePart[], call: TemplateCall, style: ReadingStyle): string {
  let last: Line = { text: '', holes: 0, filled: 0 }
  const lines = [last]
  for (const part of parts) {
    if (part.kind === 'text') {
      const [first = '', ...more] = part.text.split(/\r\n|\r|\n/)
      last.text += first
      for (const text of more) {
        last = { text, holes: 0, filled: 0 }
        lines.push(last)
      }
    } else {
      const value = spokenValue(part, call, style)
      last.text += value
      last.holes += 1
      if (value !== '') last.filled += 1
    }
  }
  const shown = lines.length === 1 ? lines : lines.filter(({ holes, filled }) => holes === 0 || filled > 0)
  return shown.map(({ text }) => text).join('\n')
}

interface Line {
  text: string
  holes: number
  filled: number
}
