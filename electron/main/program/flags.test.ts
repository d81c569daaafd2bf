import { describe, expect, it } from 'vitest'
import { readFlags } from './flags.ts'

describe('readFlags', () => {
  it('asks for nothing by default', () => {
    expect(readFlags(['electron', '.'])).toEqual({
      demo: false,
      profile: null,
      hidden: false,
      restartedAt: null,
    })
  })

  it('reads the demo and the profile among flags that are not its own', () => {
    expect(readFlags(['electron', '.', '--no-sandbox', '--demo', '--profile=/tmp/a b'])).toEqual({
      demo: true,
      profile: '/tmp/a b',
      hidden: false,
      restartedAt: null,
    })
  })

  it('starts hidden where the system starts it at login', () => {
    expect(readFlags(['ringside', '--hidden']).hidden).toBe(true)
  })

  it('takes an empty profile for none', () => {
    expect(readFlags(['--profile='])).toEqual({
      demo: false,
      profile: null,
      hidden: false,
      restartedAt: null,
    })
  })

  it.each([
    ['--restarted-at=1800000000000', 1_800_000_000_000],
    ['--restarted-at=', null],
    ['--restarted-at=-5', null],
    ['--restarted-at=soon', null],
  ])('reads %s as %j', (flag, at) => expect(readFlags([flag]).restartedAt).toBe(at))
})
