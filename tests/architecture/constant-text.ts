import ts from 'typescript'

/** The text that an expression always has, if it depends only on constants of its file; otherwise null. */
export function constantText(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (ts.isTaggedTemplateExpression(node))
    return node.tag.getText() === 'String.raw' ? templateText(node.template, true) : null
  if (ts.isTemplateExpression(node)) return templateText(node, false)
  return ts.isIdentifier(node) ? constantNamed(node) : null
}

function templateText(template: ts.TemplateLiteral, raw: boolean): string | null {
  const textOf = (part: ts.TemplateLiteralLikeNode): string => (raw ? (part.rawText ?? '') : part.text)
  if (ts.isNoSubstitutionTemplateLiteral(template)) return textOf(template)
  let text = textOf(template.head)
  for (const { expression, literal } of template.templateSpans) {
    const inner = constantText(expression)
    if (inner === null) return null
    text += inner + textOf(literal)
  }
  return text
}

/** A constant of the file itself. */
function constantNamed(name: ts.Identifier): string | null {
  for (const statement of name.getSourceFile().statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name: own, initializer } of statement.declarationList.declarations)
      if (own.getText() === name.text && initializer !== undefined) return constantText(initializer)
  }
  return null
}
