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
    args: [],
    name: '',
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
    expect(readdirSync(dirname(path))).toEqual(['desktop.ringside.Ringside.desktop'])
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

  it('is in the user’s own folder if none is named, or a relative one', () => {
    expect(launchEntryPath({})).toMatch(/\/\.config\/autostart\/desktop\.ringside\.Ringside\.desktop$/)
    expect(launchEntryPath({ XDG_CONFIG_HOME: 'here' })).toBe(launchEntryPath({}))
  })
})

/** What Windows and macOS report about a login item. */
interface Item {
  open: boolean
  args: readonly string[]
  /** False: turned off in Task Manager. */
  enabled: boolean
}

const off = (): Item => ({ open: false, args: [], enabled: true })

describe('the start at login, on Windows and macOS', () => {
  function onWindows({
    platform = 'win32',
    isPackaged = true,
    takes = true,
    item = off(),
    args = ['--hidden'],
  } = {}) {
    const asked: boolean[] = []
    const launch = createLaunchAtLogin({
      platform,
      isPackaged,
      args,
      name: 'Ringside.Desktop',
      app: {
        setLoginItemSettings({ openAtLogin = false, args: given = [], enabled = true }) {
          asked.push(openAtLogin)
          if (takes) Object.assign(item, { open: openAtLogin, args: given, enabled })
        },
        getLoginItemSettings: ({ args: given = [] } = {}) => ({
          openAtLogin: item.open && (platform === 'darwin' || String(given) === String(item.args)),
          wasOpenedAtLogin: false,
          status: 'enabled',
          executableWillLaunchAtLogin: item.open && item.enabled,
          launchItems:
            platform === 'darwin'
              ? (undefined as never) // docs and types have it; browser_mac.mm doesn't
              : ([
                  { name: 'Another', path: '', args: [], scope: 'machine', enabled: true },
                  { name: 'Ringside.Desktop', path: '', args: [], scope: 'user', enabled: item.enabled },
                ].filter(({ name }) => item.open || name === 'Another') as never),
        }),
      },
      entry: { write: () => expect.unreachable(), remove: () => expect.unreachable(), isOwn: () => false },
      log: () => undefined,
    })
    return { launch, asked, item }
  }

  it('is requested from the system, once', () => {
    for (const platform of ['win32', 'darwin']) {
      const { launch, asked } = onWindows({ platform })
      launch.begin(false)
      launch.follow(true)
      launch.follow(true)
      launch.follow(false)
      expect(asked).toEqual([true, false])
    }
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
    expect(launch.isSwitchedOff()).toBe(false)
  })

  it('starts the running profile, even if another one was to start', () => {
    const args = ['--profile=C:\\a person\\two', '--hidden']
    const { launch, item } = onWindows({ args, item: { open: true, args: ['--hidden'], enabled: true } })
    launch.begin(true)
    expect(item).toEqual({ open: true, args, enabled: true })
    launch.begin(true)
    expect(launch.notices()).toEqual([])
  })

  it('that was turned off in Task Manager is off, and stays off until the user turns it on here', () => {
    const { launch, asked, item } = onWindows({ item: { open: true, args: ['--hidden'], enabled: false } })
    launch.begin(true)
    expect([launch.isSwitchedOff(), asked, item.enabled]).toEqual([true, [], false])
    launch.follow(false)
    launch.follow(true)
    expect([launch.isSwitchedOff(), item.enabled, launch.notices()]).toEqual([false, true, []])
  })

  it('that was turned off there although the organisation requires it is reported', () => {
    const { launch } = onWindows({ item: { open: true, args: ['--hidden'], enabled: false } })
    launch.begin(true)
    expect(launch.notices()).toEqual([{ kind: 'launch-switched-off' }])
  })
})
