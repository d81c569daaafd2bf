import { posix, win32 } from 'node:path'

/** The environment variables that contain paths. */
export type Env = Readonly<Record<string, string | undefined>>

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'brave-browser-stable',
]

const LINUX_PLACES = [
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/opt/brave.com/brave/brave',
  '/snap/bin/chromium',
  '/usr/lib/chromium/chromium',
]

const MAC_APPS = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
]

const WINDOWS_PLACES = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
]

/** Where Chromium, Chrome, Edge or Brave may be, best guess first: absolute paths, none of them checked. */
export function browserPaths(env: Env, platform: NodeJS.Platform): readonly string[] {
  if (platform === 'win32') return windows(env)
  if (platform === 'darwin') return macos(env)
  return [...onPath(env), ...LINUX_PLACES]
}

function macos(env: Env): readonly string[] {
  const own = env['HOME'] === undefined ? [] : [posix.join(env['HOME'], 'Applications')]
  return ['/Applications', ...own].flatMap((folder) => MAC_APPS.map((app) => posix.join(folder, app)))
}

function onPath(env: Env): readonly string[] {
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => posix.isAbsolute(folder))
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

function windows(env: Env): readonly string[] {
  const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
    (folder) => folder !== undefined,
  )
  return WINDOWS_PLACES.flatMap((path) => folders.map((folder) => win32.join(folder, path)))
}
