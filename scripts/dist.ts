/** `npm run dist -- [--win|--mac|--linux] …`: builds, writes the licences, and has electron-builder make the packages. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build-if-stale.ts'
import { writeLegal } from './packing/write-legal.ts'
import { runProgram } from './run-program.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
await buildIfStale()
writeLegal(root)
const tool = join(root, 'node_modules', 'electron-builder', 'cli.js')
const config = join(root, 'electron-builder.config.ts')
process.exitCode = await runProgram(process.execPath, [
  tool,
  '--config',
  config,
  '--publish=never',
  ...process.argv.slice(2),
])
