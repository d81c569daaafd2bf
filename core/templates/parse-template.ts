import { MAX_TEMPLATE_LENGTH } from '../limits.ts'
import { FIELDS } from './template.ts'
import type { Hole, Template, TemplateError, TemplatePart } from './template.ts'

const TOKEN = /\{\{|\}\}|\{([^{}\r\n]*)\}|[{}]|[^{}]+/g
const CUSTOM_DATA = 'customdata'

/**
 * Reads a template: text with `{field}`, `{field|form}` and `{customdata.KEY}`; `{{` and `}}` stand for the braces
 * themselves. Never fails: errors are reported with their position; a stray brace stays as text, and an unknown field
 * has no output.
 */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = []
  const errors: TemplateError[] = []
  if (text.length > MAX_TEMPLATE_LENGTH)
    errors.push({ why: 'too-long', at: MAX_TEMPLATE_LENGTH, length: text.length - MAX_TEMPLATE_LENGTH })
  for (const { 0: token, 1: name, index: at } of text.slice(0, MAX_TEMPLATE_LENGTH).matchAll(TOKEN)) {
    const piece = name === undefined ? pieceOfText(token) : hole(name.trim())
    if (piece.why !== null) errors.push({ why: piece.why, at, length: token.length })
    append(parts, piece.part)
  }
  return { parts, errors: errors.toSorted((one, other) => one.at - other.at) }
}

interface Piece {
  readonly part: TemplatePart
  readonly why: TemplateError['why'] | null
}

function pieceOfText(token: string): Piece {
  if (token === '{') return { part: { kind: 'text', text: token }, why: 'unclosed' }
  if (token === '}') return { part: { kind: 'text', text: token }, why: 'stray-close' }
  const text = token === '{{' ? '{' : token === '}}' ? '}' : token
  return { part: { kind: 'text', text }, why: null }
}

function hole(name: string): Piece {
  const [written = '', ...forms] = name.split('|').map((part) => part.trim())
  const field = FIELDS.find((one) => one === [written, ...forms].join('|'))
  if (field !== undefined) return { part: { kind: 'field', field }, why: null }
  const unknown: Hole = { kind: 'unknown', name }
  if (name === '') return { part: unknown, why: 'empty-field' }
  if (name === CUSTOM_DATA || name === `${CUSTOM_DATA}.`) return { part: unknown, why: 'no-key' }
  if (name.startsWith(`${CUSTOM_DATA}.`))
    return { part: { kind: 'customdata', key: name.slice(CUSTOM_DATA.length + 1).trim() }, why: null }
  const isForm = FIELDS.some((one) => one === written)
  return { part: unknown, why: isForm ? 'unknown-form' : 'unknown-field' }
}

/** Adjacent texts are one part. */
function append(parts: TemplatePart[], part: TemplatePart): void {
  const last = parts.at(-1)
  if (part.kind === 'text' && last?.kind === 'text')
    parts[parts.length - 1] = { kind: 'text', text: last.text + part.text }
  else parts.push(part)
}
