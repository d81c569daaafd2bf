import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { LATE, MAIN_ONLY } from './core/words/words.ts'
import { bundledParts } from './scripts/packing/bundled-parts-plugin.ts'
import { onlySections, withoutSections } from './scripts/packing/sections.ts'

/** Pages, their entry points, and what only the popup draws. */
const OF_ONE_PAGE = /[\\/]src[\\/](popup[\\/]|stores[\\/]popup\.ts|main\.ts|\w+\.html)/

const at = (path: string): string => resolve(import.meta.dirname, path)
const parts = (name: string): Plugin => bundledParts(name, import.meta.dirname)

/**
 * The window's languages, without the sentences that only main uses; `?late`: only those that it doesn't need at the
 * start.
 */
const windowWords: Plugin = {
  name: 'window-words',
  apply: 'build',
  transform: {
    filter: { id: /[\\/]core[\\/]words[\\/][a-z]{2}\.ts(?:\?late)?$/ },
    handler: (code, id) => ({
      code: id.endsWith('?late') ? onlySections(code, LATE) : withoutSections(code, [...MAIN_ONLY, ...LATE]),
      map: null,
    }),
  },
}

/** Only during development: hot reload adds styles to the page and uses a websocket. */
const developmentPolicy: Plugin = {
  name: 'development-policy',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html
      .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
      .replace("connect-src 'none'", "connect-src 'self' ws:"),
}

// Everything except Electron and Node is bundled: what runs is what was built, and nothing else ships.
export default defineConfig({
  main: {
    plugins: [parts('main')],
    build: {
      externalizeDeps: false,
      lib: {
        entry: { index: at('electron/main/index.ts'), 'demo-centre': at('simulator/demo-centre.ts') },
        formats: ['es'],
      },
      rolldownOptions: { external: ['electron', /^electron\//, /^node:/] },
      target: 'node24',
    },
  },
  preload: {
    plugins: [parts('preload')],
    build: {
      externalizeDeps: false,
      lib: { entry: { index: at('electron/preload/index.ts') }, formats: ['cjs'] },
      // A sandboxed preload must be CommonJS.
      rolldownOptions: { external: ['electron', /^electron\//], output: { entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('src'),
    base: './',
    // Sounds are copied unchanged next to the page.
    publicDir: at('resources/sounds'),
    build: {
      rolldownOptions: {
        input: { index: at('src/index.html'), popup: at('src/popup.html') },
        // What the pages load at the start is one file next to their own, because each file is a request to main.
        output: {
          codeSplitting: {
            groups: [{ name: 'start', tags: ['$initial'], test: (id) => !OF_ONE_PAGE.test(id) }],
          },
        },
      },
      target: 'chrome150',
      minify: true,
    },
    // No component uses the options API, so Vue's support for it is left out.
    plugins: [vue({ features: { optionsAPI: false } }), windowWords, developmentPolicy, parts('renderer')],
  },
})
