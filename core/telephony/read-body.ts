import { decodeText } from '../decode-text.ts'

const MB = 1024 * 1024
/** What the body of a response may hold, by what it is about. A larger one is not read: main must go on meanwhile. */
export const MAX_BODY_BYTES = {
  extension: 5 * MB, // 20,000 calls, of which a hundred are read; a call has some 220 bytes
  everyone: 8 * MB, // 30,000 extensions; 5,000 have 1.3 MB
  queues: 4 * MB, // 30,000 callers who wait
  mute: MB / 16,
} as const

/**
 * The body of a response as text, by its charset; null as soon as it exceeds `maxBytes` (unpacked), and the rest is not
 * taken in. Throws what the stream throws.
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
  return decodeText(joined(chunks, bytes), response.headers.get('content-type'))
}

/** Lets a body go unread: what is cancelled ends its request, which would be open for good otherwise. */
export function dropBody(response: Response): void {
  response.body?.cancel().catch(ignore)
}

// What is given up on may fail as it likes.
const ignore = (): void => undefined

/** Chunks of so many bytes in all as one. */
export function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const [only] = chunks
  if (only !== undefined && chunks.length === 1) return only
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
