import { describe, expect, it } from 'vitest'
import { createWindowServer, WINDOW_CSP, WINDOW_URL } from './app-protocol.ts'

const serve = createWindowServer({
  root: '/r',
  read: (path) =>
    path === '/r/index.html'
      ? Promise.resolve(new TextEncoder().encode('<p>'))
      : Promise.reject(new Error(path)),
})

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
