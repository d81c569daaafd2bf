/**
 * Node's codes, and Chromium's names for the same errors (net/base/net_error_list.h). The first matching pattern
 * decides.
 */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(ENOTFOUND|ENODATA|EAI_\w+)$/, 'ERR_NAME_NOT_RESOLVED'],
  [/^ECONNREFUSED$/, 'ERR_CONNECTION_REFUSED'],
  [/^(ECONNRESET|EPIPE)$/, 'ERR_CONNECTION_RESET'],
  [/^ECONNABORTED$/, 'ERR_CONNECTION_ABORTED'],
  [/^ETIMEDOUT$/, 'ERR_CONNECTION_TIMED_OUT'],
  [/^(ENETUNREACH|EHOSTUNREACH)$/, 'ERR_ADDRESS_UNREACHABLE'],
  [/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, 'ERR_CERT_DATE_INVALID'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'ERR_CERT_COMMON_NAME_INVALID'],
  [/CERT|^UNABLE_TO_/, 'ERR_CERT_AUTHORITY_INVALID'],
  [/^(EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/, 'ERR_SSL_PROTOCOL_ERROR'],
  [/^HPE_HEADER_OVERFLOW$/, 'ERR_RESPONSE_HEADERS_TOO_BIG'],
  [/^HPE_INVALID_CHUNK_SIZE$/, 'ERR_INVALID_CHUNKED_ENCODING'],
  [/^HPE_\w+$/, 'ERR_INVALID_HTTP_RESPONSE'],
  [/^(Z_\w+|ERR__?ERROR_\w+|ERR_BROTLI_\w+|ZSTD_\w+)$/, 'ERR_CONTENT_DECODING_FAILED'],
]

/** Chromium's name for an error of Node's network. */
export function netErrorName(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  return NAMES.find(([pattern]) => pattern.test(code))?.[1] ?? 'ERR_FAILED'
}
