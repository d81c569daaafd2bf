import { describe, expect, it } from 'vitest'
import { exitCodeText } from './exit-code-text.ts'
import { maskLine } from '../system/mask-line.ts'

describe('an exit code in the log', () => {
  it.each([
    [0, '0'],
    [139, '139'],
    [-1, '-1'],
    [3_221_225_477, '0xc000:0005'],
    [-1_073_741_819, '0xc000:0005'],
    [-1_073_740_791, '0xc000:0409'],
  ])('%d is written as %s, and is left intact by the mask of numbers', (code, text) => {
    expect(exitCodeText(code)).toBe(text)
    expect(maskLine(`crashed (${exitCodeText(code)})`, [])).toBe(`crashed (${text})`)
  })
})
