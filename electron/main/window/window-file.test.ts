import { describe, expect, it } from 'vitest'
import { windowFile } from './window-file.ts'

const root = '/app/out/renderer'
const file = (path: string) => windowFile(root, `ringside://app${path}`)

describe('windowFile', () => {
  it('finds the page and its files', () => {
    expect(file('/')).toEqual({ path: `${root}/index.html`, type: 'text/html; charset=utf-8' })
    expect(file('/assets/index-a1.js')).toEqual({
      path: `${root}/assets/index-a1.js`,
      type: 'text/javascript; charset=utf-8',
    })
  })

  it.each([
    '/../main/index.js',
    '/..%2f..%2fmain/index.js',
    '/%2e%2e/%2e%2e/main/index.js',
    '/assets/%2e%2e%2f%2e%2e%2fmain/index.js',
    '/..%5cmain%5cindex.js',
    '/a%00.js',
    '/%E0%A4%A.js',
  ])('never leaves its folder for %s', (path) => {
    const found = file(path)
    expect(found === null || found.path.startsWith(`${root}/`)).toBe(true)
  })

  it.each(['/..%2fmain/index.js', '/..%5cmain%5cindex.js', '/a%00.js', '/%E0%A4%A.js'])(
    'refuses %s',
    (path) => {
      expect(file(path)).toBeNull()
    },
  )

  it('serves no kind of file that a window does not need', () => {
    expect(file('/index.js.map')).toBeNull()
    expect(file('/policy.json')).toBeNull()
    expect(file('/assets/')).toBeNull()
  })
})
