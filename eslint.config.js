/** Lint rules for components; oxlint.config.ts has those for scripts. */
import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import { defineConfig } from 'eslint/config'
import ts from 'typescript-eslint'
import { ownRules } from './scripts/lint/own-rules.ts'
import { readComponentsAsScripts } from './scripts/lint/read-components-as-scripts.ts'

readComponentsAsScripts()

export default defineConfig({
  files: ['src/**/*.vue'],
  extends: [
    js.configs.recommended,
    ts.configs.strictTypeChecked,
    vue.configs['flat/recommended'],
    a11y.configs['flat/recommended'],
  ],
  languageOptions: {
    parserOptions: {
      parser: ts.parser,
      projectService: true,
      tsconfigRootDir: import.meta.dirname,
      extraFileExtensions: ['.vue'],
    },
  },
  rules: {
    ...ownRules('@typescript-eslint'),
    'no-undef': 'off',
    'vue/multi-word-component-names': 'off',
    'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
    'vue/component-api-style': ['error', ['script-setup']],
    'vuejs-accessibility/label-has-for': 'off',
    // Rules about what oxfmt decides.
    'vue/html-indent': 'off',
    'vue/html-self-closing': 'off',
    'vue/html-closing-bracket-newline': 'off',
    'vue/max-attributes-per-line': 'off',
    'vue/singleline-html-element-content-newline': 'off',
    'vue/multiline-html-element-content-newline': 'off',
    'vue/first-attribute-linebreak': 'off',
    'vue/html-closing-bracket-spacing': 'off',
    'vue/html-quotes': 'off',
    'vue/mustache-interpolation-spacing': 'off',
    'vue/no-multi-spaces': 'off',
    'vue/no-spaces-around-equal-signs-in-attribute': 'off',
  },
})
