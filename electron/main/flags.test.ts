import { describe, expect, it } from 'vitest'
import { readFlags } from './flags.ts'

describe('readFlags', () => {
  it('asks for nothing by default', () => {
    expect(readFlags(['electron', '.'])).toEqual({ demo: false, profile: null })
  })

  it('reads the demo and the profile among flags that are not its own', () => {
    expect(readFlags(['electron', '.', '--no-sandbox', '--demo', '--profile=/tmp/a b'])).toEqual({
      demo: true,
      profile: '/tmp/a b',
    })
  })

  it('takes an empty profile for none', () => {
    expect(readFlags(['--profile='])).toEqual({ demo: false, profile: null })
  })
})
