import { decodeText } from '../decode-text.ts'

const MB = 1024 * 1024
/** The maximum size of a response's body, by what it is about. A larger one isn't read: it would block main. */
export const MAX_BODY_BYTES = {
  extension: 5 * MB, // 20,000 calls, of which a hundred are read; a call has some 220 bytes
  everyone: 8 * MB, // 30,000 extensions; 5,000 have 1.3 MB
  queues: 4 * MB, // 30,000 waiting callers
  mute: MB / 16,
  dial: MB / 16,
  popupScreen: MB / 16, // four names and an address
  callLog: 16 * MB, // 10,000 records, the most that the API returns; one has some 700 bytes
} as const

/**
 * The body of a response as text, by its charset; null as soon as it exceeds `maxBytes` (uncompressed), without reading
 * the rest. Throws the stream's errors.
 */
export async function readBody(response: Response, maxBytes: number): Promise<string | null> {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value)
    bytes += part.value.byteLength
    if (bytes > maxBytes) {
      reader.cancel().catch(ignore)
      return null
    }
  }
  return decodeText(Buffer.concat(chunks), response.headers.get('content-type'))
}

/** Discards an unread body: cancelling ends its request, which would otherwise stay open. */
export function dropBody(response: Response): void {
  response.body?.cancel().catch(ignore)
}

// Errors no longer matter once cancelled.
const ignore = (): void => undefined
