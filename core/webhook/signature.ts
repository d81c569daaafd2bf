import { createHmac } from 'node:crypto'

/** The headers of a delivery. The delivery’s id is the same for each try, so that a receiver can tell a second one. */
export const TIMESTAMP_HEADER = 'x-ringside-timestamp'
export const SIGNATURE_HEADER = 'x-ringside-signature'
export const ID_HEADER = 'x-ringside-delivery'

/**
 * The signature of a body: `v1=` and the HMAC-SHA256, in hexadecimal, of timestamp, a dot and the body as UTF-8.
 * `timestamp` is epoch seconds as in its header: it is signed too, so that an old delivery can't be sent again as new.
 */
export function signature(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}
