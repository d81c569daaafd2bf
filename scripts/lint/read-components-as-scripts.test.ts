import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import typescript from 'typescript'
import { expect, it } from 'vitest'
import { readComponentsAsScripts, scriptOf } from './read-components-as-scripts.ts'

const SCRIPT = "\nimport { ref } from 'vue'\nconst count = ref(0)\n"

it('returns the script of a component, without template and style', () => {
  const text = `<script setup lang="ts">${SCRIPT}</script>\n<template><b>{{ count + 1 }}</b></template>\n<style>b { color: v-bind(count) }</style>\n`
  expect(scriptOf(text, 'a.vue')).toBe(SCRIPT)
})

it('puts type parameters before it', () => {
  const script = scriptOf(`<script setup lang="ts" generic="Row extends object">${SCRIPT}</script>`, 'a.vue')
  expect(script).toMatch(/^type Row/)
  expect(script.endsWith(SCRIPT)).toBe(true)
})

it('returns nothing for a component without one', () => {
  expect(scriptOf('<template><b /></template>', 'a.vue')).toBe('')
})

it('is what TypeScript reads, while other files are read unchanged', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-lint-'))
  const before = typescript.sys.readFile
  try {
    const text = `<script setup lang="ts">${SCRIPT}</script><template><b /></template>`
    for (const name of ['a.vue', 'a.ts']) writeFileSync(join(folder, name), text)
    readComponentsAsScripts()
    expect(typescript.sys.readFile(join(folder, 'a.vue'))).toBe(SCRIPT)
    expect(typescript.sys.readFile(join(folder, 'a.ts'))).toBe(text)
    expect(typescript.sys.readFile(join(folder, 'none.vue'))).toBeUndefined()
  } finally {
    typescript.sys.readFile = before
    rmSync(folder, { recursive: true })
  }
})
