import { spokenValue } from './spoken-value.ts'
import type { ReadingStyle } from './spoken-value.ts'
import type { TemplatePart } from './template.ts'
import type { TemplateCall } from './template-call.ts'

/**
 * A template filled in for a person: the clipboard, a preview. In a template of several lines, a line whose fields are
 * all empty is left out, so that a card has no label without a value.
 */
export function renderText(parts: readonly TemplatePart[], call: TemplateCall, style: ReadingStyle): string {
  const lines: Line[] = [EMPTY_LINE]
  for (const part of parts) {
    if (part.kind === 'text') addText(lines, part.text)
    else addValue(lines, spokenValue(part, call, style))
  }
  const shown = lines.length === 1 ? lines : lines.filter(({ holes, filled }) => holes === 0 || filled > 0)
  return shown.map(({ text }) => text).join('\n')
}

interface Line {
  readonly text: string
  readonly holes: number
  readonly filled: number
}

const EMPTY_LINE: Line = { text: '', holes: 0, filled: 0 }

function addText(lines: Line[], text: string): void {
  const [first = '', ...more] = text.split(/\r\n|\r|\n/)
  const last = lines.pop() ?? EMPTY_LINE
  lines.push({ ...last, text: last.text + first }, ...more.map((line) => ({ ...EMPTY_LINE, text: line })))
}

function addValue(lines: Line[], value: string): void {
  const last = lines.pop() ?? EMPTY_LINE
  lines.push({
    text: last.text + value,
    holes: last.holes + 1,
    filled: last.filled + Number(value !== ''),
  })
}
