import { describe, expect, it } from 'vitest'
import { readRunOptions } from './run-options.ts'

describe('the flags of start and demo', () => {
  it('are all optional', () => {
    expect(readRunOptions([])).toEqual({
      host: 'either',
      port: 0,
      profile: null,
      open: false,
      demo: false,
      wayland: false,
    })
  })
  it('are read', () => {
    expect(
      readRunOptions(['--demo', '--host=browser', '--port', '4800', '--profile=/p', '--open', '--wayland']),
    ).toEqual({
      host: 'browser',
      port: 4800,
      profile: '/p',
      open: true,
      demo: true,
      wayland: true,
    })
  })
  it.each([
    [['--hots=browser'], /--hots/],
    [['--host=chrome'], /electron or browser, not "chrome"/],
    [['--port=99999'], /0 to 65535, not "99999"/],
    [['--port=x'], /not "x"/],
    [['--profile='], /folder/],
    [['--profile'], /--profile/],
    [['extra'], /extra/],
  ])('%j is reported in one line', (args, sentence) => {
    const message = readRunOptions(args)
    expect(message).toMatch(sentence)
    expect(message).not.toMatch(/\n/)
  })
})
