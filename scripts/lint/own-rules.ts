/** What this project wants besides typescript-eslint's strict set; by the rule's name, without its plugin. */
const OWN_RULES = {
  'switch-exhaustiveness-check': 'error',
  'consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  'restrict-template-expressions': ['error', { allowNumber: true }],
  'no-confusing-void-expression': 'off',
  'consistent-type-imports': 'error',
  // Objects here are closures made by factories: no method knows a `this`.
  'unbound-method': 'off',
} as const

/** These rules by the plugin's name, which is another one in each linter. */
export const ownRules = (plugin: string) =>
  Object.fromEntries(Object.entries(OWN_RULES).map(([name, setting]) => [`${plugin}/${name}`, setting]))
