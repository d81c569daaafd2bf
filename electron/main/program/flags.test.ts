import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFlags, unknownFlag } from './flags.ts'

describe('readFlags', () => {
  it('requests nothing by default', () => {
    expect(readFlags(['electron', '.'])).toEqual({
      demo: false,
      profile: null,
      hidden: false,
      restartedAt: null,
    })
  })

  it('reads the demo and the profile among unknown flags', () => {
    expect(readFlags(['electron', '.', '--no-sandbox', '--demo', '--profile=/tmp/a b'])).toEqual({
      demo: true,
      profile: '/tmp/a b',
      hidden: false,
      restartedAt: null,
    })
  })

  it('starts hidden when the system starts it at login', () => {
    expect(readFlags(['ringside', '--hidden']).hidden).toBe(true)
  })

  it('treats an empty profile as none', () => {
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

describe('the command line of an installed program', () => {
  const linux = { platform: 'linux', env: {} }
  const windows = { platform: 'win32', env: {} }
  const mac = { platform: 'darwin', env: {} }
  const appImage = { platform: 'linux', env: { APPIMAGE: '/home/dana/Ringside.AppImage' } }

  it.each([
    ['a person', linux, ['--demo', '--profile=/home/dana/my profile']],
    ['the entry for the start at login', linux, ['--profile=/home/dana/p', '--hidden']],
    ['the start at login of Windows', windows, ['--hidden']],
    ['its own restart', mac, ['--demo', '--restarted-at=1800000000000']],
    ['a person on Wayland', linux, ['--ozone-platform=x11']],
    ['a person who wants Wayland itself', linux, ['--wayland']],
    ['a click on a toast', windows, ['-Embedding']],
    ['the installer after an update', windows, ['--updated']],
    ['macOS’ Finder', mac, ['-psn_0_1234567']],
    ['the AppImage’s launcher', appImage, ['--no-sandbox', '--hidden']],
  ])('accepts what %s passes', (_, computer, words) => expect(unknownFlag(words, computer)).toBeNull())

  // Switches of Chromium, V8 and Node that redirect traffic, reveal data or weaken security.
  const ATTACKS = [
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--host-rules=MAP * 127.0.0.1',
    '--ignore-certificate-errors',
    '--ignore-certificate-errors-spki-list=abc',
    '--log-net-log=/tmp/net.json',
    '--ssl-key-log-file=/tmp/keys',
    '--proxy-server=127.0.0.1:8080',
    '--proxy-pac-url=http://127.0.0.1/a.pac',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0.0.0.0:9229',
    '--js-flags=--expose-gc',
    '--disable-web-security',
    '--load-extension=/tmp/x',
    '--enable-logging',
    '--log-file=/tmp/log',
    '--renderer-cmd-prefix=/tmp/x',
    '--utility-cmd-prefix=/tmp/x',
    '--gpu-launcher=/tmp/x',
    '--user-data-dir=/tmp/x',
    '--password-store=basic',
    '--use-mock-keychain',
    '--enable-features=X',
    '--auth-server-allowlist=*',
    '--no-sandbox',
    '--single-process',
    '-r',
    '--require=/tmp/x.cjs',
    // Other ways to write a switch: Windows takes a slash, every system a single dash, Windows any case.
    '/proxy-server=127.0.0.1:8080',
    '-proxy-server=127.0.0.1:8080',
    '--PROXY-SERVER=127.0.0.1:8080',
    '--hidden=1',
    '--demo-x',
    '--ozone-platform=headless',
    '--restarted-at=1 --inspect',
    ' --inspect',
    '--',
    'https://example.com',
    '/tmp/other-app',
    '',
  ]
  const computers = [linux, windows, mac]

  it.each(ATTACKS)('rejects %j', (word) => {
    for (const computer of computers) expect(unknownFlag(['--demo', word], computer)).not.toBeNull()
  })

  it('rejects everything unknown, whatever surrounds it', () => {
    const known = fc.constantFrom('--demo', '--hidden', '--profile=/tmp/p', '--restarted-at=1')
    const any = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.string().filter((word) => !/^--(demo|hidden|profile=|restarted-at=)/.test(word)),
    )
    fc.assert(
      fc.property(
        fc.array(known),
        any,
        fc.array(known),
        fc.constantFrom(...computers),
        (before, word, after, computer) => {
          fc.pre(unknownFlag([word], linux) !== null && unknownFlag([word], computer) !== null)
          expect(unknownFlag([...before, word, ...after], computer)).not.toBeNull()
        },
      ),
    )
  })

  it('rejects what belongs to another system', () => {
    expect(unknownFlag(['-Embedding'], linux)).toBe('-Embedding')
    expect(unknownFlag(['--updated'], mac)).toBe('--updated')
    expect(unknownFlag(['-psn_0_1'], windows)).toBe('-psn_0_1')
    expect(unknownFlag(['--ozone-platform=x11'], windows)).toBe('--ozone-platform')
    expect(unknownFlag(['--wayland'], windows)).toBe('--wayland')
  })

  it('names it without its value, which may be a password, and as one short line', () => {
    expect(unknownFlag(['--proxy-server=http://dana:secret@host'], linux)).toBe('--proxy-server')
    expect(unknownFlag(['\u001b[2Jhello\nthere'], linux)).toBe('?[2Jhello?there')
    expect(unknownFlag(['x'.repeat(500)], linux)).toHaveLength(60)
  })
})
