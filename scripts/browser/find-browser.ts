import { access, constants } from 'node:fs/promises'
import { browserPaths, type Env } from './browser-paths.ts'
import { getBrowser } from './get-browser.ts'

export interface FindBrowserParts {
  /** True for an executable file. */
  readonly runs: (path: string) => Promise<boolean>
  /** Tries to download a browser; null if that isn't possible here. */
  readonly get: (env: Env, platform: NodeJS.Platform) => Promise<string | null>
}

/**
 * The path of a Chromium, Chrome, Edge or Brave: the one that RINGSIDE_BROWSER names, one that is installed, or one
 * downloaded now. Throws an error with one sentence that says what is missing.
 */
export async function findBrowser(
  env: Env,
  platform: NodeJS.Platform,
  parts: FindBrowserParts = { runs, get: getBrowser },
): Promise<string> {
  const named = env['RINGSIDE_BROWSER']
  if (named !== undefined && named !== '') {
    if (await parts.runs(named)) return named
    throw new Error(`RINGSIDE_BROWSER is not an executable program: ${named}`)
  }
  for (const path of browserPaths(env, platform)) {
    if (await parts.runs(path)) return path
  }
  const got = await parts.get(env, platform)
  if (got !== null && (await parts.runs(got))) return got
  throw new Error(
    'Chromium, Chrome, Edge or Brave is missing and could not be installed: install one, or name one in RINGSIDE_BROWSER.',
  )
}

async function runs(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
