/**
 * `npm run generate`: writes every file that follows from the source. Files that are measured or drawn are written only
 * when they are named, as in `npm run generate -- faults`, because their content differs from run to run, or from
 * browser to browser.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { given, refuse } from './command/given.ts'
import { generatedFiles } from './generate/generated-files.ts'
import { runProgram } from './start/run-program.ts'

const PROJECT = join(import.meta.dirname, '..')

const ON_REQUEST: ReadonlyMap<string, string> = new Map([
  ['faults', 'scripts/fault-table.ts'], // docs/faults.md; a few minutes, over real sockets
  ['security', 'scripts/security-table.ts'], // the results in docs/security.md; a few minutes, on a build
  ['icons', 'scripts/make-icons.ts'], // resources/tray and icons; in a browser
])

const COMMAND = {
  name: 'generate',
  does:
    'Writes every file generated from the source. Measured and drawn files are written only if named:\n' +
    [...ON_REQUEST.keys()].join(', '),
  takes: '[NAMES]',
  flags: {},
} as const

async function writeGenerated(): Promise<void> {
  for (const [path, text] of await generatedFiles()) {
    const file = join(PROJECT, path)
    if ((await readFile(file, 'utf8').catch(() => null)) === text) continue
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    process.stdout.write(`Wrote ${path}\n`)
  }
}

/** The exit code of the first program that fails, or 0. */
async function generate(names: readonly string[]): Promise<number> {
  const scripts = names.map((name) => ON_REQUEST.get(name))
  if (scripts.includes(undefined)) refuse(COMMAND, `Only ${[...ON_REQUEST.keys()].join(', ')} can be named.`)
  await writeGenerated()
  for (const script of scripts) {
    const code = await runProgram(process.execPath, [join(PROJECT, script ?? '')])
    if (code !== 0) return code
  }
  return 0
}

process.exitCode = await generate(given(COMMAND).positionals)
