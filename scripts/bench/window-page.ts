import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { listenHere } from '../server/listen-here.ts'

const ROOT = join(import.meta.dirname, '../..')
const BUILT = join(ROOT, 'out/renderer')
const VUE = join(ROOT, 'node_modules/vue/dist/vue.global.prod.js')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** For comparison: all rows in the DOM, with a plain v-for over the same data. */
const PLAIN = `<!doctype html><meta charset="utf-8"><title>Plain</title>
<style>li { display: flex; gap: 8px; padding: 7px } b, span { overflow: hidden; text-overflow: ellipsis }</style>
<div id="app"></div>
<script src="/vue.js"></script>
<script>
  const rows = Vue.shallowRef([])
  window.show = (next) => { rows.value = next }
  Vue.createApp({
    setup: () => ({ rows }),
    template: '<ul><li v-for="row in rows" :key="row.extension"><b>{{ row.person }}</b>'
      + '<span>{{ row.phase }} {{ row.caller ? row.caller.phone.received : row.status.word }}</span>'
      + '<span>{{ row.extension }}</span></li></ul>',
  }).mount('#app')
</script>`

/** Serves the built window at `/index.html`, and the page to compare with at `/plain.html`, on this computer only. */
export async function servePages(): Promise<{ readonly origin: string; close(): void }> {
  const read = async (path: string): Promise<string | Buffer> => {
    if (path === '/plain.html') return PLAIN
    return readFile(path === '/vue.js' ? VUE : join(BUILT, path))
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    read(pathname).then(
      (body) => response.setHeader('content-type', TYPES[extname(pathname)] ?? 'text/plain').end(body),
      () => response.writeHead(404).end(),
    )
  })
  const port = await listenHere(server)
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
