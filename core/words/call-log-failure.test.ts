import { expect, it } from 'vitest'
import { en } from './en.ts'

const { failure } = en.callLog

it('says what is different when a request for the call log fails', () => {
  expect(failure({ kind: 'limited', retryAfterMs: null })).toBe(
    'Voicenter is limiting requests for the call log.',
  )
  expect(failure({ kind: 'faulty', status: 200, err: 5 })).toContain('Check this computer’s clock.')
  expect(failure({ kind: 'faulty', status: 200, err: 3 })).toBe('Voicenter has a problem (error 3).')
  expect(failure({ kind: 'faulty', status: 404, err: null })).toContain('call log server address')
  expect(failure({ kind: 'malformed', why: 'wrong-shape' })).toContain('not a call log')
  expect(failure({ kind: 'malformed', why: 'too-large' })).toContain('call log server address')
  expect(failure({ kind: 'unreachable', why: 'timeout' })).toContain('30 seconds')
  expect(failure({ kind: 'refused', why: 'address' })).toContain('IP address')
  expect(failure({ kind: 'malformed', why: 'cut-short' })).toContain('cut off')
})
