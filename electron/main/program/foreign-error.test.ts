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
  it('recognises what Electron throws in its own event handlers', () => {
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
  ])('treats one that went through %s as ours', (frame) => {
    expect(isForeignError(withStack(...ELECTRONS, frame))).toBe(false)
  })

  it('treats one as ours if its stack may be truncated, has no frames, or none of a file', () => {
    expect(isForeignError(withStack(...Array.from({ length: 10 }, () => 'f (node:events:1:1)')))).toBe(false)
    expect(isForeignError(withStack())).toBe(false)
    expect(isForeignError(withStack('JSON.parse (<anonymous>)'))).toBe(false)
  })

  it('treats what one of our listeners throws as ours', () => {
    const emitter = new EventEmitter().on('x', () => {
      throw new Error('ours')
    })
    expect(() => emitter.emit('x')).toThrow(
      expect.toSatisfy((error: unknown) => !isForeignError(error)) as Error,
    )
  })

  it.each(['text', undefined, null, { stack: '    at node:x:1:1' }])('treats %j as ours', (thrown) => {
    expect(isForeignError(thrown)).toBe(false)
  })
})
