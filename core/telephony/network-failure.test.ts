import { describe, expect, it } from 'vitest'
import { networkFailure } from './network-failure.ts'

const fetchFailed = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

describe('networkFailure', () => {
  it.each([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ECONNREFUSED', 'connection-refused'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['EPROTO', 'tls'],
    ['ECONNRESET', 'connection-lost'],
    ['UND_ERR_SOCKET', 'connection-lost'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['ETIMEDOUT', 'timeout'],
    ['ENETUNREACH', 'network'],
    ['EHOSTUNREACH', 'network'],
  ])('reads Node’s %s as %s', (code, why) => {
    expect(networkFailure(fetchFailed(code))).toEqual({ kind: 'unreachable', why })
  })

  it.each([
    ['ERR_NAME_NOT_RESOLVED', 'dns'],
    ['ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['ERR_CERT_DATE_INVALID', 'tls'],
    ['ERR_SSL_PROTOCOL_ERROR', 'tls'],
    ['ERR_BAD_SSL_CLIENT_AUTH_CERT', 'tls'],
    ['ERR_TIMED_OUT', 'timeout'],
    ['ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['ERR_CONNECTION_CLOSED', 'connection-lost'],
    ['ERR_CONNECTION_RESET', 'connection-lost'],
    ['ERR_EMPTY_RESPONSE', 'connection-lost'],
    ['ERR_NETWORK_CHANGED', 'connection-lost'],
    ['ERR_INTERNET_DISCONNECTED', 'network'],
    ['ERR_PROXY_CONNECTION_FAILED', 'network'],
    ['ERR_PROXY_AUTH_REQUESTED', 'proxy-login'],
    ['ERR_PROXY_AUTH_UNSUPPORTED', 'proxy-login'],
  ])('reads Chromium’s net::%s as %s', (code, why) => {
    expect(networkFailure(new Error(`net::${code}`))).toEqual({ kind: 'unreachable', why })
  })

  it.each(['Redirect was cancelled', "Attempted to redirect, but redirect policy was 'error'"])(
    'reads Electron’s “%s”',
    (message) => {
      expect(networkFailure(new Error(message))).toEqual({ kind: 'malformed', why: 'redirect' })
    },
  )

  it('reads a body that ended early as a lost connection', () => {
    expect(networkFailure(new TypeError('terminated'))).toEqual({
      kind: 'unreachable',
      why: 'connection-lost',
    })
  })

  it('reads a response that isn’t HTTP as malformed', () => {
    expect(networkFailure(fetchFailed('HPE_INVALID_CONSTANT'))).toEqual({
      kind: 'malformed',
      why: 'not-json',
    })
  })

  it.each([null, undefined, 'text', new Error('anything')])('reads %s as a network failure', (error) => {
    expect(networkFailure(error)).toEqual({ kind: 'unreachable', why: 'network' })
  })

  it('stops on an endless chain of causes', () => {
    const error = new Error('loop')
    error.cause = error
    expect(networkFailure(error)).toEqual({ kind: 'unreachable', why: 'network' })
  })
})
