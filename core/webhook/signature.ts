import { createHmac } from 'node:crypto'

/** The headers of a delivery. The delivery’s id is the same for each try, so that a receiver can recognise a repeated one. */
export const TIMESTAMP_HEADER = 'x-ringside-timestamp'
export const SIGNATURE_HEADER = 'x-ringside-signature'
export const ID_HEADER = 'x-ringside-delivery'

/**
 * The signature of a delivery: `v1=` and the HMAC-SHA256, in hexadecimal, of id, timestamp and body as UTF-8, with dots
 * between. `timestamp` is epoch seconds as in its header. Both headers are signed, so that an old delivery can't be sent
 * again as a new one. The same three, in the same order, as in https://www.standardwebhooks.com.
 */
export function signature(secret: string, id: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('hex')}`
}
