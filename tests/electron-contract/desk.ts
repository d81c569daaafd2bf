import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the app asks to be done around it comes here; false where it can't be done. */
export type Arrange = (what: string) => Promise<boolean>

export interface Desk {
  readonly origin: string
  close(): Promise<void>
}

/** Listens to the app for what it wants arranged. `arrange` may be set later, but before the first request. */
export async function openDesk(arrange: Arrange): Promise<Desk> {
  const server = createServer((request, response) => {
    const what = decodeURIComponent((request.url ?? '').slice(1))
    const end = (status: number): void => void response.writeHead(status).end()
    arrange(what).then(
      (done) => end(done ? 204 : 501),
      () => end(500),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
