import { decodeText } from '../decode-text.ts'
import { MAX_BODY_BYTES } from '../telephony/read-body.ts'

/** How a body ended: read to its end, cancelled by its reader, or interrupted. `bytes` as far as received. */
export type BodyEnd =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'left'; readonly bytes: number }
  | { readonly kind: 'broke'; readonly error: unknown }

const WITHOUT_BODY: readonly number[] = [101, 103, 204, 205, 304]

/** The same response; calls `onEnd` once, when its body has ended. The body is read at the reader's own pace. */
export function tapResponse(response: Response, onEnd: (end: BodyEnd) => void): Response {
  const { body, status, headers } = response
  if (body === null || status < 200 || WITHOUT_BODY.includes(status)) {
    onEnd({ kind: 'read', text: '' })
    return response
  }
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  const tapped = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const part = await reader.read()
          if (part.done) {
            onEnd({ kind: 'read', text: decodeText(Buffer.concat(chunks), headers.get('content-type')) })
            controller.close()
            return
          }
          bytes += part.value.byteLength
          if (bytes <= MAX_BODY_BYTES.everyone) chunks.push(part.value)
          controller.enqueue(part.value)
        } catch (error) {
          onEnd({ kind: 'broke', error })
          controller.error(error)
        }
      },
      cancel(reason) {
        onEnd({ kind: 'left', bytes })
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(tapped, { status, headers })
}
