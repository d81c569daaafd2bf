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
export const deliveryOf = (behaviour: Behaviour, entry: Entry): Delivery => DELIVERIES[behaviour](entry)

const json = (body: object | string): Delivery => ({
  status: 200,
  type: JSON_TYPE,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

const documented = ({ url, name, total, company }: Entry) => ({
  STATUS: 'OK',
  URL: url,
  CLIENTNAME: name,
  TOTAL: total,
  COMPANY: company,
})

const changed =
  (change: object) =>
  (entry: Entry): Delivery =>
    json({ ...documented(entry), ...change })

const failed = (status: number) => (): Delivery => ({ status, type: 'text/plain', body: 'error' })

const DELIVERIES: Readonly<Record<Behaviour, (entry: Entry) => Delivery>> = {
  'as-usual': changed({}),
  slow: changed({}),
  down: () => null,
  '401': failed(401),
  '500': failed(500),
  'not-ok': () => json({ STATUS: 'ERROR: no such customer' }),
  'lower-case': ({ url, name, total, company }) =>
    json({ status: 'ok', url, clientname: name, total, company }),
  'text-total': (entry) => changed({ TOTAL: String(entry.total) })(entry),
  'only-ok': () => json({ STATUS: 'OK' }),
  'login-page': () => ({
    status: 200,
    type: 'text/html',
    body: '<!doctype html><title>Sign in</title><form></form>',
  }),
  'half-body': (entry) => json(JSON.stringify(documented(entry)).slice(0, 20)),
  'not-json': () => json('STATUS=OK'),
  redirect: () => ({ status: 302, type: 'text/plain', body: '', location: '/somewhere-else' }),
  huge: (entry) => changed({ CLIENTNAME: 'x'.repeat(TEN_MB) })(entry),
  markup: changed({ CLIENTNAME: '<img src=x onerror=alert(1)>\u202eDana' }),
  'number-name': changed({ CLIENTNAME: 972501234567, COMPANY: '' }),
  'long-name': changed({ CLIENTNAME: 'Maximiliane '.repeat(2_000) }),
  'script-page': changed({ URL: 'javascript:alert(document.domain)' }),
  'foreign-page': changed({ URL: 'https://somebody-else.example/steal' }),
}
