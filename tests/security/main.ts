/** `npm run generate -- security`: runs the checks of the security checklist and writes their results into docs/security.md. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { format } from 'oxfmt'
import { CHECKLIST, titleOf } from './checklist.ts'
import { withChecklist, type ResultOf } from './checklist-table.ts'
import { readResults } from './read-results.ts'

const PROJECT = join(import.meta.dirname, '../..')
const DOCUMENT = join(PROJECT, 'docs/security.md')

process.exitCode = await writeTable()

async function writeTable(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-security-'))
  try {
    const report = join(folder, 'report.json')
    runChecks(report)
    const results = readResults(await readFile(report, 'utf8'))
    const resultOf: ResultOf = (item, showing) => results.get(`${showing} ${titleOf(item)}`) ?? 'not run'
    const text = withChecklist(await readFile(DOCUMENT, 'utf8'), CHECKLIST, resultOf)
    if (text === null) throw new Error('docs/security.md has no marks around the table')
    await writeFile(DOCUMENT, (await format(DOCUMENT, text)).code)
    const bad = CHECKLIST.flatMap((item) =>
      item.shown
        .filter((showing) => resultOf(item, showing) !== 'passed')
        .map((way) => `${way} ${titleOf(item)}`),
    )
    process.stdout.write(bad.length === 0 ? 'All items passed.\n' : `Not passed:\n${bad.join('\n')}\n`)
    return bad.length === 0 ? 0 : 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** All except the test that compares the document, which is about to change. */
function runChecks(report: string): void {
  const vitest = join(PROJECT, 'node_modules/vitest/vitest.mjs')
  const folders = ['source', 'built', 'fuzz'].map((way) => `tests/security/${way}/`)
  spawnSync(process.execPath, [vitest, 'run', ...folders, '--reporter=json', `--outputFile=${report}`], {
    cwd: PROJECT,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
