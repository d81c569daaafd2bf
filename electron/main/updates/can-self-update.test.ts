import { describe, expect, it } from 'vitest'
import { canSelfUpdate } from './can-self-update.ts'

const yes = (): boolean => true
const no = (): boolean => false
const windows = { platform: 'win32', canWrite: yes } as const
const LOCALAPPDATA = 'C:\\Users\\Agent\\AppData\\Local'

describe('whether Ringside may replace itself', () => {
  it('depends on Windows on whether it was installed for one user', () => {
    const env = { LOCALAPPDATA }
    const own = 'c:\\users\\agent\\appdata\\local\\Programs\\Ringside\\Ringside.exe'
    expect(canSelfUpdate({ ...windows, env, exe: own })).toBe(true)
    expect(canSelfUpdate({ ...windows, env, exe: 'C:\\Program Files\\Ringside\\Ringside.exe' })).toBe(false)
    expect(canSelfUpdate({ ...windows, env, exe: `${LOCALAPPDATA}Evil\\Ringside.exe` })).toBe(false)
    expect(canSelfUpdate({ ...windows, env: {}, exe: own })).toBe(false)
  })

  it('depends on macOS on the folder of the bundle', () => {
    const asked: string[] = []
    const canWrite = (folder: string): boolean => asked.push(folder) > 0
    const exe = '/Applications/Ringside.app/Contents/MacOS/Ringside'
    expect(canSelfUpdate({ platform: 'darwin', env: {}, exe, canWrite })).toBe(true)
    expect(asked).toEqual(['/Applications'])
  })

  it('is allowed on Linux for an AppImage in the user’s own folder, and not for a package', () => {
    const linux = { platform: 'linux', exe: '/opt/Ringside/ringside' } as const
    const env = { APPIMAGE: '/home/agent/Ringside.AppImage' }
    expect(canSelfUpdate({ ...linux, env, canWrite: yes })).toBe(true)
    expect(canSelfUpdate({ ...linux, env, canWrite: no })).toBe(false)
    expect(canSelfUpdate({ ...linux, env: {}, canWrite: yes })).toBe(false)
  })
})
