import { describe, expect, it } from 'vitest'
import type { StartFailure } from './run-electron.ts'
import { whyElectronFailed } from './why-electron-failed.ts'

const MACHINE = { namespaces: 'free', env: { DISPLAY: ':7' } } as const
const died = (stderr: string, code: number | null = 1): StartFailure => ({
  kind: 'died',
  code,
  signal: code === null ? 'SIGTRAP' : null,
  stderr,
})
const SUID =
  '[7:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found, but is not configured'

describe('why Electron didn’t start', () => {
  it.each<[failure: StartFailure, why: string]>([
    [{ kind: 'silent', ms: 30_000 }, 'it printed nothing for 30 seconds'],
    [
      { kind: 'not-spawned', code: 'ENOENT' },
      'this system doesn’t have the C library its runtime was built for',
    ],
    [{ kind: 'not-spawned', code: 'EACCES' }, 'this user isn’t allowed to run its runtime'],
    [{ kind: 'not-spawned', code: 'ENOEXEC' }, 'its runtime was built for another kind of processor'],
    [{ kind: 'not-spawned', code: 'EMFILE' }, 'its runtime couldn’t be run (EMFILE)'],
    [
      died(
        '/x/electron: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file',
        127,
      ),
      'the library libnss3.so is missing',
    ],
    [
      died('dyld[7]: Library not loaded: @rpath/Electron Framework\n', null),
      'the library @rpath/Electron Framework is missing',
    ],
    [died('', 0xc0000135), 'a library (DLL) it needs is missing'],
    [
      died('/x/electron: 3: Syntax error: word unexpected', 2),
      'its runtime was built for another kind of processor',
    ],
    [
      died(
        '[7:ERROR:ozone_platform_x11.cc(250)] Missing X server or $DISPLAY\n[7:ERROR:env.cc(257)] The platform failed to initialize.  Exiting.',
      ),
      'the display :7 can’t be reached',
    ],
    [
      died('[7:ERROR:x.cc] Running as root without --no-sandbox is not supported.'),
      'its sandbox doesn’t work as root',
    ],
    [
      died(SUID, null),
      'its sandbox can’t be set up: there are no user namespaces, and chrome-sandbox isn’t owned by root with mode 4755',
    ],
    [died('', 3), 'it ended with exit code 3 before Ringside had started'],
    [died('', null), 'it ended by the signal SIGTRAP before Ringside had started'],
    [
      died('App threw an error during load\nError: out of luck\n    at main.js:1:1\n\nNode.js v24\n'),
      'it ended with exit code 1 before Ringside had started (Error: out of luck)',
    ],
  ])('%j', (failure, why) => {
    expect(whyElectronFailed(failure, MACHINE)).toBe(why)
  })

  it('names Ubuntu’s restriction', () => {
    expect(whyElectronFailed(died(SUID, null), { ...MACHINE, namespaces: 'restricted' })).toBe(
      'its sandbox needs user namespaces, which this system restricts (kernel.apparmor_restrict_unprivileged_userns is 1), and chrome-sandbox isn’t owned by root with mode 4755',
    )
  })
})
