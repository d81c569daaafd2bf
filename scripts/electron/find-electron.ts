import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Path of Electron's executable in this `node_modules`; null if its runtime isn't installed. */
export function findElectron(modules: string): string | null {
  const home = join(modules, 'electron')
  const named = join(home, 'path.txt')
  if (!existsSync(named)) return null
  const path = join(home, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(path) ? path : null
}
