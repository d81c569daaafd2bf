import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** What Electron reads from an app's package.json. */
export interface AppInfo {
  readonly name: string
  readonly version: string
  /** The name of its .desktop file on Linux; `''` for none. */
  readonly desktopName: string
  /** The main file, as an absolute path. */
  readonly main: string
}

/** Throws a sentence if the folder contains no app. */
export function readAppInfo(folder: string): AppInfo {
  const raw: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof raw !== 'object' || raw === null) throw new Error(`${folder} contains no app.`)
  const text = (key: string, otherwise: string): string => {
    const value: unknown = Reflect.get(raw, key)
    return typeof value === 'string' ? value : otherwise
  }
  return {
    name: text('productName', text('name', 'App')),
    version: text('version', '0.0.0'),
    desktopName: text('desktopName', ''),
    main: resolve(folder, text('main', 'index.js')),
  }
}

/** Electron's default `userData` folder, by system (Electron's docs, app.getPath). */
export function usualProfile(name: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), name)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name)
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), name)
}

/** The system's languages from the environment as language tags, such as `['en-GB']`; those that are none are left out. */
export function systemLanguages(env: NodeJS.ProcessEnv): readonly string[] {
  const words = (env['LANGUAGE'] ?? env['LC_ALL'] ?? env['LANG'] ?? '').split(':')
  const found = words
    .map((word) => word.replace(/[.@].*$/, '').replaceAll('_', '-'))
    .filter((word) => /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(word))
  return found.length === 0 ? ['en'] : found
}
