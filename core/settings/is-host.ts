const HOST = /^([a-z\d]([a-z\d-]*[a-z\d])?)(\.[a-z\d]([a-z\d-]*[a-z\d])?)*(:\d{1,5})?$/
const MAX_HOST_LENGTH = 259 // a DNS name has 253 characters, plus `:65535`

/** True for a host name in lower case and plain ASCII (another script's in its `xn--` form), in full, with or without port. */
export const isHost = (host: string): boolean => HOST.test(host) && host.length <= MAX_HOST_LENGTH
