import { isLoopback } from './is-loopback.ts'

/** Whether secrets may be sent to an address: by https, or by http to this computer itself. */
export const isSecure = ({ protocol, href }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isLoopback(href))
