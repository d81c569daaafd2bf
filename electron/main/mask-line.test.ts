import { describe, expect, it } from 'vitest'
import { createLogger } from './log.ts'
import { maskLine } from './mask-line.ts'

describe('maskLine', () => {
  it.each(['072-277-6772', '+972 72 277 6772', '972722776772', '(072) 2776772'])(
    'cuts %s down to its end',
    (number) => {
      expect(maskLine(`call from ${number} ended`, [])).toMatch(/^call from \(?…72 ended$/)
    },
  )

  it('leaves short counts and times alone', () => {
    expect(maskLine('HTTP 503, 12 calls, 1500 ms', [])).toBe('HTTP 503, 12 calls, 1500 ms')
  })

  it('leaves no code in a line, however often it stands there', () => {
    expect(maskLine('code=abc.d+ code=abc.d+', ['abc.d+'])).toBe('code=[code] code=[code]')
  })
})

describe('createLogger', () => {
  it('masks with the codes that are known at the time of writing', () => {
    const lines: string[] = []
    const codes: string[] = []
    const log = createLogger({ write: (level, line) => lines.push(`${level} ${line}`), secrets: () => codes })
    log.info('open sesame')
    codes.push('sesame')
    log.warn('open sesame')
    expect(lines).toEqual(['info open sesame', 'warn open [code]'])
  })
})
