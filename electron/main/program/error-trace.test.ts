import { describe, expect, it } from 'vitest'
import { errorTrace } from './error-trace.ts'

describe('errorTrace', () => {
  it('contains class, code and position, and neither the message nor a folder', () => {
    const error = Object.assign(new TypeError('Dana Levi 0501234567'), { code: 'ERR_X' })
    error.stack = `TypeError: Dana Levi 0501234567
    at take (file:///home/dana/app/out/main/index.js:120:9)
    at async Object.ask (C:\\Users\\Dana Levi\\app\\index.js:7:1)
    at node:internal/timers:605:17
    at /home/dana/x y/index.js:3:4`
    expect(errorTrace(error)).toBe(
      'TypeError ERR_X < take (index.js:120:9) < Object.ask (index.js:7:1) < (timers:605:17) < (index.js:3:4)',
    )
  })

  it('has a frame of a real error', () => {
    expect(errorTrace(new RangeError('x'))).toMatch(/^RangeError < .*\(error-trace\.test\.ts:\d+:\d+\)/)
  })

  it.each([['0501234567'], [undefined], [{ phone: '0501234567' }]])(
    'reports only that %j, which isn’t an error, was thrown',
    (thrown) => expect(errorTrace(thrown)).toBe(typeof thrown),
  )

  it('ignores a code of free text', () => {
    const error = Object.assign(new Error('x'), { code: 'Dana 0501234567', stack: '' })
    expect(errorTrace(error)).toBe('Error')
  })
})
