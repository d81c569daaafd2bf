import { analyse } from 'scslre'
import ts from 'typescript'
import { constantText } from './constant-text.ts'
import { scriptOf, walk } from './script-of.ts'
import type { SourceFile } from './source-file.ts'

/**
 * The regular expressions of a file that take more than linear time, as `file expression`. Found by analysis (scslre),
 * not by trying inputs.
 */
export function slowPatterns(file: SourceFile): readonly string[] {
  const script = scriptOf(file)
  if (script === null) return []
  const found: string[] = []
  walk(script, (node) => {
    const expression = ts.isRegularExpressionLiteral(node) ? written(node) : built(node)
    if (expression !== null && isSlow(expression)) found.push(`${file.path} ${expression}`)
  })
  return found
}

const isSlow = (expression: RegExp): boolean =>
  isReported(expression) || (hasWords(expression) && inLetters(expression).every(isReported))

const isReported = (expression: RegExp): boolean => analyse(expression).reports.length > 0

/** An escape, a class, a quantifier or the beginning of a group; or a word, two plain characters or more. */
const TOKEN =
  /\\(?:[pPu]\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<[^>]*>|[^])|\[(?:\\[^]|[^\]\\])*\](?:--\S+?\])?|\{[^}]*\}|\(\?(?:<\w+>|<?[=!]|[\w-]*:)|([\w\s"'=<>&;:,/#%@~`-]{2,})(?![*+?{])/gi

const words = ({ source }: RegExp): readonly string[] =>
  [...source.matchAll(TOKEN)].flatMap(([, word]) => word ?? [])

const hasWords = (expression: RegExp): boolean => words(expression).length > 0

/**
 * An expression with a single letter of each of its words: the analysis doesn't look further than one character between
 * two repetitions, as in `[^:]*WORD[^:]*:`. One for each letter, since all of them have to fit the repetitions.
 */
function inLetters(expression: RegExp): readonly RegExp[] {
  const longest = Math.max(...words(expression).map((word) => word.length))
  const letters = Array.from({ length: longest }, (_, at) =>
    expression.source.replaceAll(TOKEN, (token, word?: string) =>
      word === undefined ? token : word.charAt(Math.min(at, word.length - 1)),
    ),
  )
  return [...new Set(letters)].map((source) => new RegExp(source, expression.flags))
}

function written({ text }: ts.RegularExpressionLiteral): RegExp {
  const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/.exec(text) ?? []
  return new RegExp(source, flags)
}

/** A pattern composed of constants of the file; null for anything else. */
function built(node: ts.Node): RegExp | null {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'RegExp') return null
  const [source = null, flags = ''] = (node.arguments ?? []).map(constantText)
  return source === null || flags === null ? null : new RegExp(source, flags)
}
