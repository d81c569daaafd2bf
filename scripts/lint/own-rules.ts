/** What this project requires in addition to typescript-eslint's strict set; by the rule's name, without its plugin. */
const OWN_RULES = {
  'switch-exhaustiveness-check': 'error',
  'consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  'restrict-template-expressions': ['error', { allowNumber: true }],
  'no-confusing-void-expression': 'off',
  'consistent-type-imports': 'error',
  // Objects here are closures made by factories: no method uses `this`.
  'unbound-method': 'off',
} as const

/** These rules under the plugin's name, which differs between the linters. */
export const ownRules = (plugin: string) =>
  Object.fromEntries(Object.entries(OWN_RULES).map(([name, setting]) => [`${plugin}/${name}`, setting]))
