import { describe, expect, it } from 'vitest'
import { browserPaths } from './browser-paths.ts'
import { findBrowser } from './find-browser.ts'

const machine = (...programs: string[]) => ({
  runs: (path: string) => Promise.resolve(programs.includes(path)),
  get: () => Promise.resolve<string | null>(null),
})

describe('browserPaths', () => {
  it('searches the entire PATH for Chromium before it searches for Chrome', () => {
    const paths = browserPaths({ PATH: '/a:/b' }, 'linux')
    expect(paths.indexOf('/b/chromium')).toBeLessThan(paths.indexOf('/a/google-chrome'))
  })

  it('ignores a relative PATH entry, which would run what is in the working folder', () => {
    expect(
      browserPaths({ PATH: '.:bin::/usr/bin' }, 'linux').filter((path) => !path.startsWith('/')),
    ).toEqual([])
  })

  it('knows the applications of macOS, including the user’s own', () => {
    const paths = browserPaths({ HOME: '/Users/dana' }, 'darwin')
    expect(paths).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    expect(paths).toContain('/Users/dana/Applications/Chromium.app/Contents/MacOS/Chromium')
  })

  it('knows where Windows has Edge, and leaves out folders that aren’t set', () => {
    const paths = browserPaths({ 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }, 'win32')
    expect(paths).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')
    expect(paths).toContain('C:\\Program Files (x86)\\BraveSoftware\\Brave-Browser\\Application\\brave.exe')
    expect(paths).toHaveLength(4)
  })
})

describe('findBrowser', () => {
  it('prefers the one that RINGSIDE_BROWSER names to all others', async () => {
    const env = { RINGSIDE_BROWSER: '/opt/mine', PATH: '/usr/bin' }
    expect(await findBrowser(env, 'linux', machine('/usr/bin/chromium', '/opt/mine'))).toBe('/opt/mine')
  })

  it('says so if RINGSIDE_BROWSER names nothing that runs, and uses no other instead', async () => {
    const env = { RINGSIDE_BROWSER: '/opt/gone', PATH: '/usr/bin' }
    await expect(findBrowser(env, 'linux', machine('/usr/bin/chromium'))).rejects.toThrow('/opt/gone')
  })

  it('finds an installed one without downloading any', async () => {
    const get = () => Promise.reject(new Error('was asked to get one'))
    const parts = { ...machine('/usr/bin/google-chrome'), get }
    expect(await findBrowser({ PATH: '/usr/bin' }, 'linux', parts)).toBe('/usr/bin/google-chrome')
  })

  it('downloads one if none is installed', async () => {
    const parts = { ...machine('/cache/chrome'), get: () => Promise.resolve('/cache/chrome') }
    expect(await findBrowser({ PATH: '/usr/bin' }, 'linux', parts)).toBe('/cache/chrome')
  })

  it('says what is missing if there is none', async () => {
    await expect(findBrowser({ PATH: '/usr/bin' }, 'linux', machine())).rejects.toThrow(
      'Chromium, Chrome, Edge or Brave is missing',
    )
  })
})
