/**
 * Types and lint rules of every script, most of them with type information. eslint.config.js has the rules for
 * components, whose types vue-tsc checks.
 */
import js from '@eslint/js'
import { defineConfig } from 'oxlint'
import ts from 'typescript-eslint'
import { ownRules } from './scripts/lint/own-rules.ts'

/** Rules of these sets that oxlint doesn't have. */
const MISSING = [
  'no-dupe-args',
  'no-octal',
  'typescript/no-unsafe-class-instance-assignment',
  'typescript/no-unsafe-enum-assignment',
]

const strict = [js.configs.recommended, ...ts.configs.strictTypeChecked]
  .flatMap(({ rules = {} }) => Object.entries(rules))
  .filter(([, setting]) => setting !== 'off' && setting !== 0)
  .map(([name, setting]) => [name.replace('@typescript-eslint/', 'typescript/'), setting] as const)
  .filter(([name]) => !MISSING.includes(name))
const untyped = Object.keys(ts.configs.disableTypeChecked.rules ?? {})
  .map((name) => name.replace('@typescript-eslint/', 'typescript/'))
  .filter((name) => strict.some(([other]) => other === name))

export default defineConfig({
  plugins: ['typescript'],
  categories: { correctness: 'off' },
  options: { typeAware: true, typeCheck: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['out/', 'dist/', 'docs/', '**/*.vue'],
  rules: {
    ...Object.fromEntries(strict),
    ...ownRules('typescript'),
    'no-undef': 'off',
  },
  overrides: [
    { files: ['core/**'], rules: { 'no-restricted-globals': ['error', 'window', 'document'] } },
    {
      files: ['**/*.test.ts', 'tests/**', 'scripts/bench/**'],
      rules: { 'typescript/no-non-null-assertion': 'off', 'typescript/consistent-type-assertions': 'off' },
    },
    // Without types: this project's other configuration files, and what Electron itself requires before the program
    // runs.
    {
      files: ['*.js', '**/*.cjs'],
      rules: {
        ...Object.fromEntries(untyped.map((name) => [name, 'off'])),
        'typescript/no-require-imports': 'off',
      },
    },
  ],
})
