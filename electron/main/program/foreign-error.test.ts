import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { isForeignError } from './foreign-error.ts'

function withStack(...frames: readonly string[]): Error {
  const error = new RangeError('x')
  error.stack = ['RangeError: x', ...frames.map((frame) => `    at ${frame}`)].join('\n')
  return error
}

const ELECTRONS = [
  'initializeResponse (node:internal/deps/undici/undici:9061:15)',
  'new Response (node:internal/deps/undici/undici:8817:9)',
  'ClientRequest.<anonymous> (node:electron/js2c/browser_init:2:101337)',
  'ClientRequest.emit (node:events:519:28)',
]

describe('isForeignError', () => {
  it('knows what Electron throws in its own event handlers', () => {
    expect(isForeignError(withStack(...ELECTRONS))).toBe(true)
    expect(isForeignError(withStack(...ELECTRONS, 'Array.forEach (<anonymous>)'))).toBe(true)
    expect(isForeignError(withStack('node:internal/timers:605:17'))).toBe(true)
  })

  it.each([
    'take (file:///home/dana/app/out/main/index.js:120:9)',
    'async take (file:///C:/Program%20Files/Ringside/resources/app.asar/out/main/index.js:1:9)',
    'file:///home/dana/node:x/index.js:3:4',
    'take (/home/dana/node:fs:1:1/index.js:3:4)',
    'take (C:\\app\\index.js:3:4)',
  ])('takes one for ours that went through %s', (frame) => {
    expect(isForeignError(withStack(...ELECTRONS, frame))).toBe(false)
  })

  it('takes one for ours whose stack may have been cut off, has no frames, or none of a file', () => {
    expect(isForeignError(withStack(...Array.from({ length: 10 }, () => 'f (node:events:1:1)')))).toBe(false)
    expect(isForeignError(withStack())).toBe(false)
    expect(isForeignError(withStack('JSON.parse (<anonymous>)'))).toBe(false)
  })

  it('takes what is thrown in a listener of ours for ours', () => {
    const emitter = new EventEmitter().on('x', () => {
      throw new Error('ours')
    })
    expect(() => emitter.emit('x')).toThrow(
      expect.toSatisfy((error: unknown) => !isForeignError(error)) as Error,
    )
  })

  it.each(['text', undefined, null, { stack: '    at node:x:1:1' }])('takes %j for ours', (thrown) => {
    expect(isForeignError(thrown)).toBe(false)
  })
})
