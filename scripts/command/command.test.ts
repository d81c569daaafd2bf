import { describe, expect, it } from 'vitest'
import { asksForHelp, helpText, keptByNpm, readCommand } from './command.ts'

const COMMAND = {
  name: 'soak',
  does: 'A long shift.',
  flags: {
    hours: { type: 'string', default: '8', takes: 'N', does: 'its length' },
    'be-quick': { type: 'boolean', does: 'in half the time' },
  },
} as const

describe('a command', () => {
  it('is read with its flags', () => {
    const read = readCommand(COMMAND, ['--be-quick'])
    expect(read).toMatchObject({ values: { hours: '8', 'be-quick': true }, positionals: [] })
  })

  it.each([
    [['--hurs=8'], "Unknown option '--hurs'."],
    [['--hours'], "Option '--hours <value>' argument missing."],
    [['--be-quick=no'], "Option '--be-quick' does not take an argument."],
    [['file'], "Unexpected argument 'file'."],
    [['-x'], "Unknown option '-x'."],
  ])('says in one sentence what is wrong with %j', (args, sentence) => {
    expect(readCommand(COMMAND, args)).toBe(sentence)
  })

  it('prints its usage, each flag with its default value', () => {
    expect(helpText(COMMAND)).toBe(
      [
        'npm run soak -- [flags]',
        '',
        'A long shift.',
        '',
        '  --hours N    its length (8)',
        '  --be-quick   in half the time',
        '  --help       shows this help',
        '',
      ].join('\n'),
    )
    expect(helpText({ name: 'test', does: 'Tests.', flags: {} })).toMatch(/^npm test\n\nTests\.\n/)
    expect(helpText({ name: 'replay', does: 'Plays.', takes: 'FILE', flags: {} })).toMatch(
      /^npm run replay FILE\n/,
    )
  })

  it('shows its help wherever the flag is', () => {
    expect([['--help'], ['--be-quick', '-h'], ['--hours']].map(asksForHelp)).toEqual([true, true, false])
  })

  it('recognises flags that npm took for itself', () => {
    const env = { npm_lifecycle_event: 'soak', npm_config_be_quick: 'true' }
    expect(keptByNpm(COMMAND, env)).toBe(
      'npm took --be-quick for itself. Put -- before it: npm run soak -- --be-quick …',
    )
    expect(keptByNpm(COMMAND, { ...env, npm_lifecycle_event: 'bench' })).toBeNull()
    expect(keptByNpm(COMMAND, { npm_lifecycle_event: 'soak', npm_config_cache: '/c' })).toBeNull()
  })
})
