import { once } from 'node:events'
import { createServer } from 'node:http'
import { listenHere } from '../server/listen-here.ts'

/** The calls in one response, and when its last byte was delivered. */
export interface Delivered {
  readonly at: number
  readonly ivrids: readonly string[]
}

/** A proxy between program and call centre that records which calls the program received. */
export async function startListeningProxy(target: string) {
  const delivered: Delivered[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      await once(request, 'end')
      const answer = await fetch(new URL(request.url ?? '/', target), {
        method: request.method ?? 'POST',
        headers: { 'content-type': 'application/json' },
        body: Buffer.concat(chunks).toString(),
      })
      const text = await answer.text()
      response.setHeader('content-type', 'application/json')
      response.setHeader('date', answer.headers.get('date') ?? new Date().toUTCString())
      response.end(text, () => delivered.push({ at: Date.now(), ivrids: ivridsIn(text) }))
    })().catch(() => response.destroy())
  })
  const port = await listenHere(server)
  return {
    url: `http://127.0.0.1:${port}`,
    delivered: (): readonly Delivered[] => delivered,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const ivridsIn = (text: string): readonly string[] =>
  [...text.matchAll(/"ivrid":"([^"]+)"/g)].flatMap(([, id]) => id ?? [])
