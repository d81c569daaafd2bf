import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLaunchAtLogin } from './launch-at-login.ts'
import { launchEntry, launchEntryPath, launchEntryText } from './launch-entry.ts'

let config: string
beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'ringside-config-'))
})
afterEach(() => rmSync(config, { recursive: true, force: true }))

const NO_CALLS = {
  setLoginItemSettings: () => expect.unreachable(),
  getLoginItemSettings: () => expect.unreachable(),
}

function onLinux(command = ['/opt/Ringside/ringside', '--hidden'], folder = config) {
  const env = { XDG_CONFIG_HOME: folder }
  const log: string[] = []
  const launch = createLaunchAtLogin({
    platform: 'linux',
    isPackaged: true,
    app: NO_CALLS,
    entry: launchEntry(env, command),
    log: (line) => log.push(line),
  })
  return { launch, path: launchEntryPath(env), log }
}

describe('the start at login, on Linux', () => {
  it('is an autostart entry, complete or absent', () => {
    const { launch, path } = onLinux()
    launch.begin(false)
    launch.follow(true)
    expect(readFileSync(path, 'utf8')).toContain('Exec="/opt/Ringside/ringside" "--hidden"\n')
    expect(readdirSync(dirname(path))).toEqual(['ringside.desktop'])
    launch.follow(false)
    expect(readdirSync(dirname(path))).toEqual([])
    expect(launch.notices()).toEqual([])
  })

  it('is rewritten if the program has moved, and left alone if it has not', () => {
    onLinux(['/old/ringside']).launch.begin(true)
    const { launch, path } = onLinux()
    launch.begin(true)
    const { ino } = statSync(path)
    expect(readFileSync(path, 'utf8')).toContain('/opt/Ringside/ringside')
    onLinux().launch.begin(true)
    expect(statSync(path).ino).toBe(ino)
  })

  it('does not remove another Ringside’s entry at startup', () => {
    const { path } = onLinux()
    onLinux(['/other/ringside']).launch.begin(true)
    onLinux().launch.begin(false)
    expect(readFileSync(path, 'utf8')).toContain('/other/ringside')
    onLinux(['/other/ringside']).launch.begin(false)
    expect(readdirSync(dirname(path))).toEqual([])
  })

  it('reports that the disk refused, until it is no longer wanted', () => {
    const file = join(config, 'no-folder')
    writeFileSync(file, '')
    const { launch, log } = onLinux(undefined, file)
    launch.begin(true)
    expect(launch.notices()).toEqual([{ kind: 'launch-refused' }])
    expect(log).toHaveLength(1)
    expect(log.join()).not.toContain(config)
  })

  it('does nothing when other settings change', () => {
    const { launch, path } = onLinux()
    launch.begin(true)
    rmSync(path)
    launch.follow(true)
    expect(readdirSync(dirname(path))).toEqual([])
  })

  it('quotes what a desktop’s shell would interpret', () => {
    const text = launchEntryText(['/home/d a/$x`"\\/100%', '--hidden'])
    expect(text).toContain('Exec="/home/d a/\\\\$x\\\\`\\\\"\\\\\\\\/100%%" "--hidden"')
  })

  it('is in the user’s own folder if none is set, or a relative one', () => {
    expect(launchEntryPath({})).toMatch(/\/\.config\/autostart\/ringside\.desktop$/)
    expect(launchEntryPath({ XDG_CONFIG_HOME: 'here' })).toBe(launchEntryPath({}))
  })
})

describe('the start at login, on Windows and macOS', () => {
  function onWindows({ isPackaged = true, takes = true } = {}) {
    let open = false
    const asked: boolean[] = []
    const launch = createLaunchAtLogin({
      platform: 'win32',
      isPackaged,
      app: {
        setLoginItemSettings({ openAtLogin = false, args }) {
          expect(args).toEqual(['--hidden'])
          asked.push(openAtLogin)
          if (takes) open = openAtLogin
        },
        getLoginItemSettings: () => ({
          openAtLogin: open,
          openAsHidden: false,
          wasOpenedAtLogin: false,
          wasOpenedAsHidden: false,
          restoreState: false,
          status: 'enabled',
          executableWillLaunchAtLogin: open,
          launchItems: [],
        }),
      },
      entry: { write: () => expect.unreachable(), remove: () => expect.unreachable(), isOwn: () => false },
      log: () => undefined,
    })
    return { launch, asked }
  }

  it('is requested from the system, once', () => {
    const { launch, asked } = onWindows()
    launch.begin(false)
    launch.follow(true)
    launch.follow(true)
    launch.follow(false)
    expect(asked).toEqual([true, false])
  })

  it('reports when the system does not accept it', () => {
    const { launch } = onWindows({ takes: false })
    launch.begin(true)
    expect(launch.notices()).toEqual([{ kind: 'launch-refused' }])
  })

  it('is not requested for a program under development', () => {
    const { launch, asked } = onWindows({ isPackaged: false })
    launch.begin(true)
    expect(asked).toEqual([])
  })
})
