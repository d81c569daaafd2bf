import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { listenHere } from '../../scripts/server/listen-here.ts'

/** The content of one POST. */
export interface Received {
  readonly at: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** An organisation's receiver on this computer, which responds as configured. */
export interface WebhookReceiver {
  readonly url: string
  readonly got: readonly Received[]
  /** From now on; 200 at first. */
  answer(how: (response: ServerResponse) => void): void
  stop(): Promise<void>
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const got: Received[] = []
  let how = (response: ServerResponse): void => void response.writeHead(200).end()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      got.push({ at: Date.now(), headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
      how(response)
    })
  })
  const port = await listenHere(server)
  return {
    url: `http://127.0.0.1:${port}/calls`,
    got,
    answer(next) {
      how = next
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
