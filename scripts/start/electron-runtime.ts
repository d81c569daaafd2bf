import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Path of Electron's executable where its runtime is installed; null where it is not. */
export function findElectron(modules: string): string | null {
  const home = join(modules, 'electron')
  const named = join(home, 'path.txt')
  if (!existsSync(named)) return null
  const path = join(home, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(path) ? path : null
}

/**
 * The same after one try to install it, with Electron's own installer, quietly. A try that failed is not made again
 * for a day, so that a start without Electron's download site costs the wait once.
 */
export async function installElectron(modules: string, now: number): Promise<string | null> {
  const marker = join(modules, '.cache', 'ringside', 'electron-not-installed')
  if (existsSync(marker) && now - statSync(marker).mtimeMs < DAY_MS) return null
  await install(join(modules, 'electron', 'install.js'))
  const found = findElectron(modules)
  if (found !== null) return found
  mkdirSync(dirname(marker), { recursive: true })
  writeFileSync(marker, '')
  return null
}

const DAY_MS = 24 * 60 * 60 * 1000
const INSTALL_WITHIN_MS = 20_000 // a download that takes longer is better run by hand

async function install(installer: string): Promise<void> {
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: INSTALL_WITHIN_MS })
  await new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
}
