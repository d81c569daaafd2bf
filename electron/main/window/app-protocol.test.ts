import { describe, expect, it } from 'vitest'
import { createWindowServer, WINDOW_CSP, WINDOW_URL, windowFile } from './app-protocol.ts'

const serve = createWindowServer('/r', (path) =>
  path === '/r/index.html'
    ? Promise.resolve(new TextEncoder().encode('<p>'))
    : Promise.reject(new Error(path)),
)

describe('createWindowServer', () => {
  it('serves the page under a policy that forbids any connection', async () => {
    const answer = await serve(new Request(WINDOW_URL))
    expect(await answer.text()).toBe('<p>')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toBe(WINDOW_CSP)
    expect(WINDOW_CSP).toContain("default-src 'none'")
    expect(WINDOW_CSP).not.toContain('connect-src')
  })

  it('serves nothing else: no file outside, no missing one, no other method', async () => {
    expect((await serve(new Request('ringside://app/..%2findex.html'))).status).toBe(404)
    expect((await serve(new Request('ringside://app/other.js'))).status).toBe(404)
    expect((await serve(new Request(WINDOW_URL, { method: 'POST' }))).status).toBe(404)
  })
})

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
