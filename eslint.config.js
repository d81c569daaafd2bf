import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import ts from 'typescript-eslint'
import { readComponentsAsScripts } from './scripts/lint/read-components-as-scripts.ts'

readComponentsAsScripts()

/** What works on one computer and not on the next (docs/adr/0021). */
const AMBIENT = [
  {
    selector:
      ':matches(MemberExpression[property.name="pathname"], VariableDeclarator[id.type="ObjectPattern"]) > NewExpression[callee.name="URL"]:has(MetaProperty)',
    message: 'A file URL’s path is encoded: use import.meta.dirname or fileURLToPath.',
  },
  {
    selector:
      ':matches(CallExpression[callee.property.name="listen"] > Literal[value>0], CallExpression[callee.property.name="listen"] > ObjectExpression > Property[key.name="port"] > Literal[value>0])',
    message: 'Another program may have this port: listen at 0 and ask which it became.',
  },
  {
    selector:
      ':matches(CallExpression[callee.property.name=/^toLocale/][arguments.length=0], CallExpression[callee.property.name="localeCompare"][arguments.length<2], NewExpression[callee.object.name="Intl"][arguments.length=0])',
    message: 'Name the language: the computer’s own is anybody’s guess.',
  },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.value="TZ"]',
    message: 'A test names its zone by useZone.',
  },
]

/** What a room may never import (docs/architecture.md); tests/architecture keeps the rest of the table. */
const walls = (files, patterns, globals = []) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': ['error', { patterns }],
    'no-restricted-globals': ['error', ...globals],
  },
})

export default ts.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'docs/'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Objects here are closures made by factories: no method knows a `this`.
      '@typescript-eslint/unbound-method': 'off',
      'no-undef': 'off',
      'no-restricted-syntax': ['error', ...AMBIENT],
    },
  },
  { files: ['core/testing/use-zone.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vuejs-accessibility/label-has-for': 'off',
    },
  },
  walls(
    ['core/**'],
    ['electron', 'electron/*', 'vue', 'pinia', '**/src/**', '**/simulator/**', '**/browser-host/**'],
    ['window', 'document'],
  ),
  walls(
    ['core/clock/**', 'core/polling/**', 'core/session/**', 'core/alerts/**'],
    ['electron', 'electron/*', 'vue', 'node:*'],
    ['fetch', 'setTimeout', 'setInterval', 'Date', 'window', 'document'],
  ),
  walls(['src/**'], ['electron', 'electron/*', 'node:*', '**/electron/**', '**/simulator/**']),
  walls(['simulator/**'], ['**/core/**', '**/electron/**', '**/src/**', 'electron', 'vue']),
  walls(['browser-host/**'], ['**/core/**', '**/src/**', 'vue']),
  {
    files: ['**/*.test.ts', 'tests/**', 'scripts/bench/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
    },
  },
  { files: ['*.js'], extends: [ts.configs.disableTypeChecked] },
  // What Electron itself requires before the program runs.
  {
    files: ['**/*.cjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
)
