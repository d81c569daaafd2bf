// @vitest-environment happy-dom
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { connectLink } from './link.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A host that accepts connections only when the test says so. */
async function slowHost() {
  const heard: unknown[] = []
  const waiting: (() => void)[] = []
  const sockets = new WebSocketServer({ noServer: true })
  const server = createServer()
  server.on('upgrade', (request, socket: Socket, head) =>
    waiting.push(() =>
      sockets.handleUpgrade(request, socket, head, (made) =>
        made.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()))),
      ),
    ),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => {
    for (const one of sockets.clients) one.terminate()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  ;(window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    `http://127.0.0.1:${port}/`,
  )
  return {
    heard,
    async accept() {
      await expect.poll(() => waiting.length).toBe(1)
      waiting.pop()?.()
    },
    /** Ends the connection, as a program that restarts. */
    drop() {
      for (const one of sockets.clients) one.terminate()
    },
  }
}

it('sends what the person did before the host accepted the first connection, in order, and nothing from between two', async () => {
  const host = await slowHost()
  const seen: boolean[] = []
  const link = connectLink(
    () => undefined,
    (connected) => seen.push(connected),
  )
  link.say({ type: 'system', change: 'refuse-notifications' })
  link.say({ type: 'pointer', x: 3, y: 4 })
  await host.accept()
  const first = [
    { type: 'system', change: 'refuse-notifications' },
    { type: 'pointer', x: 3, y: 4 },
  ]
  await expect.poll(() => host.heard).toEqual(first)
  host.drop()
  await expect.poll(() => seen).toEqual([true, false])
  link.say({ type: 'pointer', x: 5, y: 6 })
  await host.accept()
  await expect.poll(() => seen).toEqual([true, false, true])
  link.say({ type: 'pointer', x: 7, y: 8 })
  await expect.poll(() => host.heard).toEqual([...first, { type: 'pointer', x: 7, y: 8 }])
})
