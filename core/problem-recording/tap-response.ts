import { decodeText } from '../decode-text.ts'
import { joined, MAX_BODY_BYTES } from '../telephony/read-body.ts'

/** How a body ended: read to its end, left by its reader, or broken off. `bytes` as far as it came. */
export type BodyEnd =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'left'; readonly bytes: number }
  | { readonly kind: 'broke'; readonly error: unknown }

const WITHOUT_BODY: readonly number[] = [101, 103, 204, 205, 304]

/** The same response, and `told` once, when its body has ended. What is read is read at the reader's own pace. */
export function tapResponse(response: Response, told: (end: BodyEnd) => void): Response {
  const { body, status, headers } = response
  if (body === null || status < 200 || WITHOUT_BODY.includes(status)) {
    told({ kind: 'read', text: '' })
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
            const kept = chunks.reduce((sum, { byteLength }) => sum + byteLength, 0)
            told({ kind: 'read', text: decodeText(joined(chunks, kept), headers.get('content-type')) })
            controller.close()
            return
          }
          bytes += part.value.byteLength
          if (bytes <= MAX_BODY_BYTES.everyone) chunks.push(part.value)
          controller.enqueue(part.value)
        } catch (error) {
          told({ kind: 'broke', error })
          controller.error(error)
        }
      },
      cancel(reason) {
        told({ kind: 'left', bytes })
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(tapped, { status, headers })
}
