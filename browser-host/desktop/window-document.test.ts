import { describe, expect, it } from 'vitest'
import { frameDocument } from './window-document.ts'

const HTML =
  '<!doctype html><html><head data-x="1"><meta http-equiv="Content-Security-Policy" content="x"></head></html>'
const headers = new Headers({
  'content-security-policy': "script-src 'self'; Frame-Ancestors 'none'; img-src data:",
  'x-frame-options': 'DENY',
  'content-length': '1',
  'x-kept': 'yes',
})

describe('a window’s page in its frame', () => {
  it('runs the preload first and leaves the policy unchanged, except for who may frame it', () => {
    const framed = frameDocument({ html: HTML, headers, preload: '/p.js', devServer: null })
    expect(framed.html).toContain('<head data-x="1"><script src="/p.js"></script><meta http-equiv')
    expect([...framed.headers]).toEqual([
      ['content-security-policy', "script-src 'self'; img-src data:"],
      ['x-kept', 'yes'],
    ])
  })

  it('gets the base and the permissions of the development server', () => {
    const framed = frameDocument({
      html: HTML,
      headers,
      preload: '/p.js',
      devServer: 'http://localhost:5173/',
    })
    expect(framed.html).toContain(
      '<head data-x="1"><base href="http://localhost:5173/"><script src="/p.js"></script></head>',
    )
    expect(framed.headers.get('content-security-policy')).toBeNull()
  })

  it('runs the preload first in a page without a head too', () => {
    expect(frameDocument({ html: '<p>', headers, preload: '/p.js', devServer: null }).html).toBe(
      '<script src="/p.js"></script><p>',
    )
  })
})
