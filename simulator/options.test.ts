import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(readOptions([], {})).toEqual({
      kind: 'options',
      options: {
        port: 4700,
        seed: 7,
        scenario: 'busy-shift',
        speed: 1,
        zone: 'Asia/Jerusalem',
        wrongCode: 'error',
        answers: 'documented',
        lag: { leastMs: 60_000, mostMs: 300_000 },
        code: 'demo-code',
        usualCode: true,
      },
    })
  })

  it('takes what it is given, including the code from the environment', () => {
    const args = '--port 0 --seed 12 --scenario quiet --speed 0.5 --zone UTC --wrong-code empty'.split(' ')
    expect(readOptions(args, { SIMULATOR_CODE: 'own' })).toMatchObject({
      options: {
        port: 0,
        seed: 12,
        scenario: 'quiet',
        speed: 0.5,
        zone: 'UTC',
        wrongCode: 'empty',
        code: 'own',
        usualCode: false,
      },
    })
    expect(readOptions(['--code', 'nearer'], { SIMULATOR_CODE: 'own' })).toMatchObject({
      options: { code: 'nearer' },
    })
    expect(readOptions(['--help'], {})).toEqual({ kind: 'help' })
  })

  it.each([
    [['--foo'], /--foo/],
    [['stray'], /stray/],
    [['--port', '70000'], /^--port must be a whole number/],
    [['--port', ''], /^--port must be a whole number/],
    [['--port'], /--port/],
    [['--seed', '1.5'], /^--seed must be/],
    [['--seed', '-1'], /--seed/],
    [['--speed', '0'], /^--speed must be/],
    [['--speed', 'fast'], /^--speed must be/],
    [['--scenario', 'party'], /one of one-call, busy-shift, quiet, demo/],
    [['--scenario', 'toString'], /one of one-call/],
    [['--zone', 'Mars/Olympus'], /^--zone must be a time zone/],
    [['--wrong-code', 'maybe'], /error or empty/],
    [['--log-lag', '300-60'], /^--log-lag must be two numbers of seconds/],
    [['--code', ''], /^--code must not be empty/],
  ])('refuses %j with one line', (args, wanted) => {
    const read = readOptions(args, {})
    if (read.kind !== 'problem') throw new Error(`taken: ${read.kind}`)
    expect(read.line).toMatch(wanted)
    expect(read.line).not.toContain('\n')
  })
})
