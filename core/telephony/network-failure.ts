import type { Failure } from '../connection.ts'

type Unreachable = Extract<Failure, { kind: 'unreachable' }>['why']

/**
 * What network errors mean, both Node's (`ENOTFOUND`, undici's `UND_ERR_…`) and Chromium's (`net::ERR_…`).
 * The first matching pattern decides. Sources: nodejs.org/api/errors, undici's errors.js, Chromium's net_error_list.h.
 */
const MEANINGS: readonly (readonly [RegExp, Unreachable])[] = [
  [/^(ENOTFOUND|ENODATA|EAI_\w+|ERR_NAME_\w+|ERR_DNS_\w+|ERR_ICANN_NAME_COLLISION)$/, 'dns'],
  [/^ERR_PROXY_AUTH_\w+$/, 'proxy-login'],
  [/^(ECONNREFUSED|ERR_CONNECTION_REFUSED)$/, 'connection-refused'],
  [
    /CERT|^(ERR_SSL_|ERR_TLS_|UNABLE_TO_|CRL_)|^(EPROTO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/,
    'tls',
  ],
  [/^(ETIMEDOUT|ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT|UND_ERR_\w+_TIMEOUT)$/, 'timeout'],
  [
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_\w+_MISMATCH|ERR_STREAM_PREMATURE_CLOSE)$/,
    'connection-lost',
  ],
  [
    /^ERR_(CONNECTION_(CLOSED|RESET|ABORTED)|EMPTY_RESPONSE|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING)$/,
    'connection-lost',
  ],
  [/^ERR_(SOCKET_NOT_CONNECTED|NETWORK_CHANGED|NETWORK_IO_SUSPENDED|HTTP2_\w+|QUIC_\w+)$/, 'connection-lost'],
]

/** Responses that arrived, but aren't HTTP, or don't match their headers. */
const UNREADABLE =
  /^(HTTPParserError|HPE_\w+|Z_\w+|ERR_INVALID_(HTTP_)?RESPONSE|ERR_RESPONSE_HEADERS_\w+|ERR_CONTENT_DECODING_\w+)$/

/** Why a fetch, or reading its body, threw. Returns the kind only: the error's text isn't passed on. */
export function networkFailure(error: unknown): Failure {
  const signs = signsOf(error)
  if (signs.includes('redirect')) return { kind: 'malformed', why: 'redirect' }
  if (signs.some((sign) => UNREADABLE.test(sign))) return { kind: 'malformed', why: 'not-json' }
  const found = MEANINGS.find(([pattern]) => signs.some((sign) => pattern.test(sign)))
  return {
    kind: 'unreachable',
    why: found?.[1] ?? (signs.includes('terminated') ? 'connection-lost' : 'network'),
  }
}

const MAX_CAUSES = 5 // undici wraps twice; an endless chain of causes is possible

/** Names and codes of an error and its causes, and the two messages that say more than a code. */
function signsOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth >= MAX_CAUSES) return []
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const chromium = /net::(ERR_\w+)/.exec(error.message)?.[1]
  // Electron's requests: "Redirect was cancelled", "Attempted to redirect, but redirect policy was 'error'".
  const redirect = /\bredirect/i.test(error.message) ? ['redirect'] : []
  const terminated = error.message === 'terminated' ? ['terminated'] : []
  return [
    error.name,
    ...code,
    ...(chromium === undefined ? [] : [chromium]),
    ...redirect,
    ...terminated,
    ...signsOf(error.cause, depth + 1),
  ]
}
