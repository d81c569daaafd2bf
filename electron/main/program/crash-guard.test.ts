import { describe, expect, it } from 'vitest'
import { createCrashGuard } from './crash-guard.ts'

const NOW = 1_800_000_000_000

function setUp(restartedAt: number | null, end: () => void = () => undefined) {
  const did: string[] = []
  const guard = createCrashGuard({
    log: { warn: (line) => did.push(line.split(' <')[0]!) },
    now: () => NOW,
    restartedAt,
    end() {
      did.push('end')
      end()
    },
    restart: (at) => did.push(`restart ${at - NOW}`),
    stop: () => did.push('stop'),
  })
  return { guard, did }
}

describe('createCrashGuard', () => {
  it('logs, closes, and restarts the program', () => {
    const { guard, did } = setUp(null)
    guard('uncaught', new TypeError('0501234567'))
    expect(did).toEqual(['uncaught: TypeError', 'end', 'restart 0'])
  })

  it('does so once, whatever else fails during shutdown', () => {
    const { guard, did } = setUp(null, () => {
      guard('rejected', new RangeError('x'))
      throw new SyntaxError('x')
    })
    guard('uncaught', new TypeError('x'))
    guard('uncaught', new TypeError('x'))
    expect(did).toEqual([
      'uncaught: TypeError',
      'end',
      'rejected: RangeError',
      'while ending: SyntaxError',
      'restart 0',
      'uncaught: TypeError',
    ])
  })

  it('continues after an error inside Electron, and logs each kind once', () => {
    const { guard, did } = setUp(NOW - 1_000)
    const foreign = new RangeError('status')
    foreign.stack = 'RangeError: status\n    at new Response (node:internal/deps/undici/undici:8817:9)'
    guard('uncaught', foreign)
    guard('uncaught', foreign)
    guard('rejected', foreign)
    expect(did).toEqual(['not ours, uncaught: RangeError', 'not ours, rejected: RangeError'])
    guard('uncaught', new TypeError('x'))
    expect(did.slice(2)).toEqual(['uncaught: TypeError', 'end', 'stop'])
  })

  it('logs a limited number of kinds', () => {
    const { guard, did } = setUp(null)
    for (let line = 1; line <= 100; line++) {
      const foreign = new Error('x')
      foreign.stack = `Error: x\n    at emit (node:events:${line}:1)`
      guard('uncaught', foreign)
    }
    expect(did).toHaveLength(20)
  })

  it.each([
    ['five minutes after its own restart', NOW - 300_000, 'restart 0'],
    ['sooner', NOW - 299_999, 'stop'],
    ['with a clock set back since', NOW + 3_600_000, 'stop'],
  ])('%s: %s', (_when, restartedAt, last) => {
    const { guard, did } = setUp(restartedAt)
    guard('uncaught', new Error('x'))
    expect(did.at(-1)).toBe(last)
  })
})
