/**
 * `npm run dist -- [--win|--mac|--linux] …`: builds, writes the licences, and has electron-builder create the packages.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { helpIfAsked } from './command/given.ts'
import { buildIfStale } from './start/build-if-stale.ts'
import { buildsDeb } from './packing/builds-deb.ts'
import { debValues } from './packing/deb-values.ts'
import { writeLegal } from './packing/write-legal.ts'
import { runProgram } from './start/run-program.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)
helpIfAsked(
  {
    name: 'dist',
    does: 'Builds the packages into dist/, with Electron’s runtime. Other flags are passed to electron-builder.',
    takes: '[TARGETS]',
    flags: {
      win: { type: 'boolean', does: 'NSIS and MSI, on Windows' },
      mac: { type: 'boolean', does: 'dmg and zip, on macOS' },
      linux: { type: 'boolean', does: 'AppImage and deb, on Linux' },
    },
  },
  args,
)
const missing = buildsDeb(args, process.platform) ? debValues(process.env).missing : []
for (const sentence of missing) process.stderr.write(`${sentence}\n`)
if (missing.length > 0)
  process.stderr.write('Or build the other package alone: npm run dist -- --linux AppImage\n')
process.exitCode = missing.length > 0 ? 1 : await build()

async function build(): Promise<number> {
  await buildIfStale()
  writeLegal(root)
  const tool = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const config = join(root, 'electron-builder.config.ts')
  return runProgram(process.execPath, [tool, '--config', config, '--publish=never', ...args])
}
