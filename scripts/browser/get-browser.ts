import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import type { Env } from './browser-paths.ts'

const DOWNLOAD_MS = 180_000 // about 180 MB over a slow connection
const APT_MS = 300_000

const run = promisify(execFile)

/**
 * Gets a Chromium with Playwright's own download, otherwise from Debian if this is root. Returns its path, or null if
 * neither works.
 */
export async function getBrowser(env: Env, platform: NodeJS.Platform): Promise<string | null> {
  return (await byPlaywright(env)) ?? (platform === 'linux' ? await byApt(env) : null)
}

async function byPlaywright(env: Env): Promise<string | null> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  const path = chromium.executablePath()
  if (existsSync(path)) return path
  const done = await succeeds(process.execPath, [cli, 'install', 'chromium', '--no-shell'], env, DOWNLOAD_MS)
  return done && existsSync(path) ? path : null
}

async function byApt(env: Env): Promise<string | null> {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return null
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' }
  await succeeds('apt-get', ['update'], quiet, APT_MS)
  const done = await succeeds(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium'],
    quiet,
    APT_MS,
  )
  return done ? '/usr/bin/chromium' : null
}

async function succeeds(
  program: string,
  args: readonly string[],
  env: Env,
  timeout: number,
): Promise<boolean> {
  return run(program, args, { env, timeout }).then(
    () => true,
    () => false,
  )
}
