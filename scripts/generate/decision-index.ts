import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'adr')

/** `docs/adr/README.md`: every decision by number and title. */
export function decisionIndex(): string {
  const lines = globSync('[0-9]*.md', { cwd: FOLDER })
    .toSorted()
    .map((file) => {
      const [title = ''] = readFileSync(join(FOLDER, file), 'utf8').split('\n')
      return `- ${basename(file).slice(0, 4)} [${title.replace(/^# (\d+\.? )?/, '')}](${file})`
    })
  return ['# Decisions', '', 'Each with its reason and what was rejected.', '', ...lines, ''].join('\n')
}
