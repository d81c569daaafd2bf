import type { Entry } from './directory.ts'

/** How the endpoint behaves, besides as usual. */
export const BEHAVIOURS = [
  'as-usual',
  'slow',
  'down',
  '401',
  '500',
  'not-ok',
  'lower-case',
  'text-total',
  'only-ok',
  'login-page',
  'half-body',
  'not-json',
  'redirect',
  'huge',
  'markup',
  'number-name',
  'long-name',
  'script-page',
  'foreign-page',
] as const

export type Behaviour = (typeof BEHAVIOURS)[number]

/** What is sent; null for a connection that breaks. */
export type Delivery = {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly location?: string
} | null

const JSON_TYPE = 'application/json; charset=utf-8'
const TEN_MB = 10 * 1024 * 1024

/** The response about a caller. */
export function deliveryOf(behaviour: Behaviour, entry: Entry): Delivery {
  const documented = {
    ...{ STATUS: 'OK', URL: entry.url, CLIENTNAME: entry.name, TOTAL: entry.total, COMPANY: entry.company },
  }
  const json = (body: object | string): Delivery => ({
    ...{ status: 200, type: JSON_TYPE },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  switch (behaviour) {
    case 'as-usual':
    case 'slow':
      return json(documented)
    case 'down':
      return null
    case '401':
    case '500':
      return { status: Number(behaviour), type: 'text/plain', body: 'error' }
    case 'not-ok':
      return json({ STATUS: 'ERROR: no such customer' })
    case 'lower-case':
      return json({
        ...{
          status: 'ok',
          url: entry.url,
          clientname: entry.name,
          total: entry.total,
          company: entry.company,
        },
      })
    case 'text-total':
      return json({ ...documented, TOTAL: String(entry.total) })
    case 'only-ok':
      return json({ STATUS: 'OK' })
    case 'login-page':
      return { status: 200, type: 'text/html', body: '<!doctype html><title>Sign in</title><form></form>' }
    case 'half-body':
      return json(JSON.stringify(documented).slice(0, 20))
    case 'not-json':
      return json('STATUS=OK')
    case 'redirect':
      return { status: 302, type: 'text/plain', body: '', location: '/somewhere-else' }
    case 'huge':
      return json({ ...documented, CLIENTNAME: 'x'.repeat(TEN_MB) })
    case 'markup':
      return json({ ...documented, CLIENTNAME: '<img src=x onerror=alert(1)>\u202eDana' })
    case 'number-name':
      return json({ ...documented, CLIENTNAME: 972501234567, COMPANY: '' })
    case 'long-name':
      return json({ ...documented, CLIENTNAME: 'Maximiliane '.repeat(2_000) })
    case 'script-page':
      return json({ ...documented, URL: 'javascript:alert(document.domain)' })
    case 'foreign-page':
      return json({ ...documented, URL: 'https://somebody-else.example/steal' })
  }
}
