import * as v from 'valibot'

/** A response that isn't from this API, as read back from a file. */
export const MALFORMED = v.object({
  kind: v.literal('malformed'),
  why: v.picklist(['not-json', 'web-page', 'wrong-shape', 'too-large', 'cut-short', 'redirect']),
})

/** No response at all, likewise. */
export const UNREACHABLE = v.object({
  kind: v.literal('unreachable'),
  why: v.picklist([
    ...(['dns', 'connection-refused', 'connection-lost', 'tls', 'proxy-login', 'timeout'] as const),
    ...(['insecure-url', 'aborted', 'network'] as const),
  ]),
})
