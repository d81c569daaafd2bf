import type { FastifyInstance } from 'fastify'
import { refuseStrangers } from '../sim/routes.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'
import { PAGE } from './page.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

const FILES = [
  { path: '/', type: 'text/html', body: PAGE },
  { path: '/control.js', type: 'text/javascript', body: SCRIPT },
  { path: '/control.css', type: 'text/css', body: STYLE },
] as const

/** Adds the control page. Its files are strings in the program, so that a bundle contains them too. */
export function addPageRoutes(app: FastifyInstance): void {
  for (const { path, type, body } of FILES) {
    app.get(path, { onRequest: refuseStrangers }, (_request, reply) =>
      reply.headers({ ...HEADERS, 'content-type': `${type}; charset=utf-8` }).send(body),
    )
  }
}
