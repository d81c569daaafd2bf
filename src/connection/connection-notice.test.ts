import { describe, expect, it } from 'vitest'
import { en } from '../../core/words/en.ts'
import { timeOfDay } from '../../core/words/formats.ts'
import { NOW } from '../testing/samples.ts'
import { connectionNotice } from './connection-notice.ts'

const noticeOf = (
  connection: Parameters<typeof connectionNotice>[0],
  keychain: 'open' | 'opening' | 'asks' = 'open',
) => connectionNotice(connection, { extension: 'SIPSIP2', keychain, words: en })
const time = timeOfDay(NOW, 'en')

describe('connectionNotice', () => {
  it('is empty for a live connection, or during the first request', () => {
    expect(noticeOf({ kind: 'live' })).toBeNull()
    expect(noticeOf({ kind: 'connecting', failure: null })).toBeNull()
  })

  it('says that it waits for the keychain once that asks, and not that there is no account', () => {
    const paused = { kind: 'paused', why: 'no-account' } as const
    expect(noticeOf(paused)?.text).toBe('No account is set up yet.')
    expect(noticeOf(paused, 'opening')).toBeNull()
    expect(noticeOf(paused, 'asks')).toEqual({
      tone: 'wait',
      title: null,
      text: en.connection.keychainWaits,
      settings: false,
      retry: false,
    })
  })

  it('says since when there is no contact, why, and offers to try', () => {
    const failure = { kind: 'unreachable', why: 'timeout' } as const
    expect(noticeOf({ kind: 'stale', since: NOW, failure })).toMatchObject({
      tone: 'wait',
      title: `No connection since ${time}.`,
      text: en.failure(failure),
      retry: true,
      settings: false,
    })
  })

  it('does not say twice that the connection is lost', () => {
    const failure = { kind: 'unreachable', why: 'network' } as const
    expect(noticeOf({ kind: 'stale', since: NOW, failure })?.text).toBe(
      'Check the network; Ringside keeps trying.',
    )
    expect(noticeOf({ kind: 'connecting', failure })?.text).toBe(en.failure(failure))
  })

  it('does not mention a lost connection if Voicenter responded', () => {
    for (const why of ['incomplete', 'older'] as const) {
      const doubt = noticeOf({ kind: 'stale', since: NOW, failure: { kind: 'doubtful', why } })
      expect(doubt).toMatchObject({ tone: 'wait', title: en.connection.lastGood(time) })
    }
    const refused = noticeOf({ kind: 'refused', since: NOW, why: 'address' })
    expect(refused).toMatchObject({ tone: 'stop', settings: true })
    expect(refused?.title).not.toContain('No connection')
    expect(refused?.text).toContain('this computer’s IP address')
  })

  it('links to the settings for an extension that is not found, naming it', () => {
    expect(noticeOf({ kind: 'unknown-extension', since: null })).toMatchObject({
      title: null,
      text: expect.stringContaining('SIPSIP2') as string,
      settings: true,
    })
  })
})
