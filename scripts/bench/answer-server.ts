import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'

/** An API with one response, in its own process, so that its CPU time isn't counted as ours. */
export async function startAnswerServer(body: string): Promise<{ readonly baseUrl: string; stop(): void }> {
  const child = fork(import.meta.filename, [], { env: { ...process.env, ANSWER_BODY: body } })
  const [message] = (await once(child, 'message')) as unknown[]
  return { baseUrl: `http://127.0.0.1:${String(message)}/comet/API`, stop: () => void child.kill() }
}

if (process.argv[1] === import.meta.filename) {
  const body = process.env['ANSWER_BODY'] ?? ''
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(body))
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) process.send?.(address.port)
  })
  process.once('disconnect', () => process.exit())
}
