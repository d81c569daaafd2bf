import ts from 'typescript'
import { parse } from 'vue/compiler-sfc'
import type { SourceFile } from './source-file.ts'

const READ_ATTRIBUTES = [
  'alt',
  'title',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
]
const LETTER = /\p{L}/u

type TemplateNode = NonNullable<
  NonNullable<ReturnType<typeof parse>['descriptor']['template']>['ast']
>['children'][number]

/** Text in a template that users read and that doesn't come from core/words, as `file: text`. */
export function templateText(file: SourceFile): readonly string[] {
  if (!file.path.endsWith('.vue')) return []
  const ast = parse(file.text, { filename: file.path }).descriptor.template?.ast
  return (ast?.children ?? []).flatMap(textsIn).map((text) => `${file.path}: ${text}`)
}

const COMMENT = 3 // with the numbers of @vue/compiler-core

function textsIn(node: TemplateNode): readonly string[] {
  if ('tag' in node) return [...node.props.flatMap(textsInProp), ...node.children.flatMap(textsIn)]
  if (!('content' in node)) return []
  if (typeof node.content !== 'string') return literalsShown(node.content.loc.source)
  const kind: number = node.type
  return kind !== COMMENT && LETTER.test(node.content) ? [node.content.trim()] : []
}

function textsInProp(prop: Extract<TemplateNode, { tag: string }>['props'][number]): readonly string[] {
  if ('modifiers' in prop) {
    const bound = prop.name === 'bind' && READ_ATTRIBUTES.includes(prop.arg?.loc.source ?? '')
    return bound || prop.name === 'text' ? literalsShown(prop.exp?.loc.source ?? '') : []
  }
  const text = prop.value?.content ?? ''
  return READ_ATTRIBUTES.includes(prop.name) && LETTER.test(text) ? [`${prop.name}="${text}"`] : []
}

/** The literal texts that can be an expression's value; keys and arguments inside it don't count. */
function literalsShown(expression: string): readonly string[] {
  const statement = ts.createSourceFile('x.ts', `(${expression})`, ts.ScriptTarget.Latest, true).statements[0]
  return statement !== undefined && ts.isExpressionStatement(statement) ? literals(statement.expression) : []
}

function literals(node: ts.Expression): readonly string[] {
  if (ts.isParenthesizedExpression(node)) return literals(node.expression)
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)]
  if (ts.isBinaryExpression(node))
    return [...literals(node.left), ...literals(node.right)].filter(() => joins(node))
  if (ts.isTemplateExpression(node)) {
    const chunks = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
    return [
      ...chunks.filter((chunk) => LETTER.test(chunk)),
      ...node.templateSpans.flatMap((span) => literals(span.expression)),
    ]
  }
  return ts.isStringLiteralLike(node) && LETTER.test(node.text) ? [node.text] : []
}

/** A comparison's value is true or false, so its texts aren't shown. */
const joins = (node: ts.BinaryExpression): boolean =>
  [
    ts.SyntaxKind.PlusToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
  ].includes(node.operatorToken.kind)
