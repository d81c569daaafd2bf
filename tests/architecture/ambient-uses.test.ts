import { describe, expect, it } from 'vitest'
import { ambientUses } from './ambient-uses.ts'

const uses = (text: string) => ambientUses({ path: 'core/session/poller.ts', text })

describe('ambientUses', () => {
  it.each([
    ['Date.now()', 'Date.now'],
    ['const now = Date.now', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['Math.random()', 'Math.random'],
    ['setTimeout(() => {}, 5)', 'setTimeout'],
    ['const later = { after: setInterval }', 'setInterval'],
    ['await fetch(url)', 'fetch'],
    ['globalThis.fetch(url)', 'globalThis'],
    ['performance.now()', 'performance'],
  ])('reports %s', (text, name) => {
    expect(uses(`\n${text}`)).toEqual([`core/session/poller.ts:2 ${name}`])
  })

  it.each([
    'clock.now()',
    'new Date(at).getUTCHours()',
    'const read = (fetch: typeof globalThis.fetch) => fetch(url)',
    'const { fetch } = parts; fetch(url)',
    'parts.setTimeout(run, 5)',
    'interface Parts { fetch(url: string): void; setTimeout: () => void }',
    '// Date.now()',
    "const text = 'Date.now()'",
  ])('accepts %s', (text) => {
    expect(uses(text)).toEqual([])
  })
})
