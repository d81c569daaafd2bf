/**
 * `npm run dist:check`: packs the program without Electron's runtime, and inspects the result. The exit code says
 * whether it is right.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import configuration from '../electron-builder.config.ts'
import { given } from './command/given.ts'
import { buildIfStale } from './start/build-if-stale.ts'
import { archiveFiles, type ArchiveFile } from './packing/archive-files.ts'
import { configurationProblems } from './packing/configuration-problems.ts'
import { debValues } from './packing/deb-values.ts'
import { readFuses } from './packing/fuse-lines.ts'
import { archiveIntegrity } from './packing/integrity.ts'
import { licenceProblems } from './packing/licences.ts'
import { pack, type Packed } from './packing/pack.ts'
import { seeItRing } from './packing/see-it-ring.ts'
import { unwanted } from './packing/unwanted.ts'
import { writeLegal } from './packing/write-legal.ts'

const LARGEST = 12
const MAX_ARCHIVE_BYTES = 8_000_000 // twice its size: more means that something else got in

given({
  name: 'dist:check',
  does: 'Packs the program without Electron’s runtime, and checks the result.',
  flags: {},
})
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'ringside-dist-'))
const say = (line: string): void => void process.stdout.write(`${line}\n`)
try {
  process.exitCode = (await check()) ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Whether all is well; prints what isn't. */
async function check(): Promise<boolean> {
  await buildIfStale()
  const parts = writeLegal(root)
  const packed = await pack(root, folder)
  say('\nConfiguration: accepted by electron-builder; packed with a stand-in for Electron’s runtime.')
  say(
    `Windows’ installer for everyone includes resources/${String(configuration.nsis?.include)}, which protects its folder.`,
  )
  debValues(process.env).missing.forEach((sentence) => say(`Not needed here: ${sentence}`))
  const files = archiveFiles(packed.asar)
  tellContents(packed, files)
  const fuses = await readFuses(packed.binary)
  say(`\nFuses\n${fuses.lines.map((line) => `  ${line}`).join('\n')}`)
  say(`\nParts: ${parts.length}, in legal/LICENSES.txt and legal/sbom.cdx.json`)
  say(`  ${tally(parts.map(({ licence }) => licence))}`)
  const problems = [
    ...configurationProblems(configuration, root),
    ...unwanted(files, root),
    ...heavy(packed.asar),
    ...fuses.problems,
    ...licenceProblems(parts),
  ]
  say(`\nStarted from the archive in the browser host: ${await seeItRing(packed, folder)}`)
  problems.forEach((problem) => say(`WRONG  ${problem}`))
  say(problems.length === 0 ? '\nAll is well.' : `\n${problems.length} wrong.`)
  return problems.length === 0
}

function tellContents({ asar }: Packed, files: readonly ArchiveFile[]): void {
  say(`\nArchive: ${files.length} files, ${kilobytes(statSync(asar).size)}`)
  files.slice(0, LARGEST).forEach(({ path, bytes }) => say(`  ${kilobytes(bytes).padStart(9)}  ${path}`))
  say(`Integrity: SHA-256 of the header ${archiveIntegrity(asar)}`)
}

function heavy(asar: string): readonly string[] {
  const { size } = statSync(asar)
  return size <= MAX_ARCHIVE_BYTES ? [] : [`The archive’s size is ${kilobytes(size)}.`]
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`
}

function tally(words: readonly string[]): string {
  const counts = Map.groupBy(words, (word) => word)
  return [...counts].map(([word, all]) => `${word} ${all.length}`).join(', ')
}
