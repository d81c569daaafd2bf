import { describe, expect, it } from 'vitest'
import { importsOf } from './imports-of.ts'

const inside = (text: string, path = 'core/session/poller.ts') =>
  importsOf({ path, text }).map(({ kind, target }) => `${kind} ${target}`)

describe('importsOf', () => {
  it('finds every form of import, and its target', () => {
    const text = `
      import { a } from '../domain.ts'
      import './effect.ts'
      import type { B } from 'vue'
      export { c } from 'node:fs'
      export type { D } from 'electron/main'
      import e = require('ws')
      let f: import('pinia').Store
      const g = await import('./lazy.ts')
      const h = require('electron')
      const i = await import(somewhere)`
    expect(inside(text)).toEqual([
      'static core/domain.ts',
      'static core/session/effect.ts',
      'type npm:vue',
      'static node:fs',
      'type npm:electron/main',
      'static npm:ws',
      'type npm:pinia',
      'dynamic core/session/lazy.ts',
      'dynamic npm:electron',
      'dynamic computed:',
    ])
  })

  it('counts an import of only inline types as loaded, because the file is', () => {
    expect(inside(`import { type A } from '../domain.ts'`)).toEqual(['static core/domain.ts'])
  })

  it('ignores imports in comments and strings', () => {
    expect(inside(`// import 'electron'\nconst text = "import 'electron'"`)).toEqual([])
  })

  it('reads both script blocks of a .vue file', () => {
    const text = `<script lang="ts">export { a } from '../bridge.ts'</script>
      <script setup lang="ts">import type { B } from '../../core/domain.ts'</script><template><p /></template>`
    expect(inside(text, 'src/calls/Card.vue')).toEqual(['static src/bridge.ts', 'type core/domain.ts'])
  })
})
