import { once } from 'node:events'
import { createServer } from 'node:net'
import { listenHere } from './listen-here.ts'

/** A port on this computer where nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listenHere(server)
  server.close()
  await once(server, 'close')
  return port
}
