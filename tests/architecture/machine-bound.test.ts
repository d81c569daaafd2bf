import { describe, expect, it } from 'vitest'
import { machineBound } from './machine-bound.ts'

const found = (text: string) => machineBound({ path: 'scripts/start.ts', text })

describe('machineBound', () => {
  it.each([
    ["const at = new URL('./page.html', import.meta.url).pathname", 'encoded'],
    ["const { pathname } = new URL('./page.html', import.meta.url)", 'encoded'],
    ['server.listen(8080)', 'port'],
    ["server.listen({ host: '127.0.0.1', port: 8080 })", 'port'],
    ['day.toLocaleDateString()', 'language'],
    ['one.localeCompare(other)', 'language'],
    ['new Intl.NumberFormat()', 'language'],
    ["process.env['TZ'] = 'Asia/Kolkata'", 'useZone'],
    ["process.env.TZ = 'Asia/Kolkata'", 'useZone'],
  ])('reports %s', (text, why) => {
    expect(found(`\n${text}`)).toEqual([expect.stringContaining(`scripts/start.ts:2 `)])
    expect(found(text)[0]).toContain(why)
  })

  it.each([
    "const { pathname } = new URL(request.url, 'http://localhost')",
    "fileURLToPath(new URL('./page.html', import.meta.url))",
    'server.listen(0)',
    "server.listen({ host: '127.0.0.1', port: 0 })",
    "day.toLocaleDateString('he')",
    "one.localeCompare(other, 'en')",
    "new Intl.NumberFormat('en')",
    "const zone = process.env['TZ']",
  ])('accepts %s', (text) => {
    expect(found(text)).toEqual([])
  })
})
