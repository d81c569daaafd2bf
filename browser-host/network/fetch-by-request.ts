import { Readable, Writable } from 'node:stream'
import type { ClientRequest } from './client-request.ts'
import type { IncomingMessage } from './incoming-message.ts'

type Request1 = (options: Electron.ClientRequestConstructorOptions) => ClientRequest

const WITHOUT_BODY: readonly number[] = [101, 204, 205, 304]

/** Electron's `net.fetch`, with its bugs. Line numbers refer to lib/browser/api/net-fetch.ts. */
export function fetchByRequest(request: Request1, input: RequestInfo, init?: RequestInit): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  let asked: Request
  try {
    asked = new Request(input, init)
    asked.signal.throwIfAborted()
  } catch (error) {
    reject(error)
    return promise
  }
  let isAborted = false
  const abort = (): void => {
    isAborted = true
    reject(asked.signal.reason)
    sent.abort() // (78)
  }
  asked.signal.addEventListener('abort', abort, { once: true })
  // See lines 83-105.
  const { method, url, credentials, cache, redirect } = asked
  const sent = request({
    method,
    url,
    credentials: credentials === 'same-origin' ? 'include' : credentials,
    cache,
    redirect,
  })
  for (const [name, value] of asked.headers) sent.setHeader(name, value)
  sent.on('response', (message: IncomingMessage) => {
    // Nothing catches what this throws, so the promise never settles (111-129).
    if (!isAborted) asElectrons(() => resolve(responseOf(message, method)))
  })
  sent.on('error', reject)
  // See lines 135-140.
  const writable: WritableStream<Uint8Array> = Writable.toWeb(sent)
  if (asked.body === null) sent.end()
  else void asked.body.pipeTo(writable).then(() => sent.end())
  return promise
}

function responseOf(message: IncomingMessage, method: string): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers))
    headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const { statusCode: status, statusMessage: statusText } = message
  const isBare = WITHOUT_BODY.includes(status) || method === 'HEAD'
  const response = new Response(isBare ? null : bytesOf(message), { headers, status, statusText })
  Reflect.set(response, '__original_resp', message) // (127)
  return response
}

/** When cancelled, it destroys the message, which the loader isn't informed of (121). */
function bytesOf(message: Readable): ReadableStream {
  const stream: unknown = Readable.toWeb(message)
  if (!(stream instanceof ReadableStream)) throw new Error('Node has another ReadableStream.')
  return stream
}

/** Errors have Electron's own script on their stack, as they would there (shell/common/node_util.cc:49-51). */
function asElectrons(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (error instanceof Error)
      error.stack = [
        ...(error.stack ?? '').split('\n').filter((line) => !line.includes('file:')),
        FRAME,
      ].join('\n')
    throw error
  }
}

const FRAME = '    at ClientRequest.<anonymous> (node:electron/js2c/browser_init:2:101337)'
