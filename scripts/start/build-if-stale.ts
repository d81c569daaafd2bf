import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Builds main, preload and window if a source is newer than the build. Rejects with the builder's message. */
export async function buildIfStale(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const sources = await Promise.all(SOURCES.map((path) => newest(join(root, path))))
  const built = await Promise.all(BUILT.map((path) => changedAt(join(root, path))))
  if (!isStale(sources, built)) return
  await build(root)
}

/** True if something was never built (0), or is older than the newest source. Times in epoch ms. */
export function isStale(sources: readonly number[], built: readonly number[]): boolean {
  return Math.min(...built) <= Math.max(...sources)
}

const SOURCES = ['core', 'electron', 'simulator', 'src', 'electron.vite.config.ts', 'package-lock.json']
const BUILT = [
  'out/main/index.js',
  'out/main/demo-centre.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/parts/renderer.json',
]

async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => 0,
  )
}

/** Tests aren't part of the build. */
async function newest(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return changedAt(path)
  const files = entries.filter((entry) => !entry.name.endsWith('.test.ts'))
  const times = await Promise.all(files.map((entry) => changedAt(join(entry.parentPath, entry.name))))
  return Math.max(0, ...times)
}

function build(root: string): Promise<void> {
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const child = spawn(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build failed.\n${said}`))))
  })
}
