import type { ChecklistItem, Showing } from './checklist.ts'

export type CheckResult = 'passed' | 'failed' | 'not run'

/** What became of the check of an item, shown one way. */
export type ResultOf = (item: ChecklistItem, showing: Showing) => CheckResult

const WAYS: Readonly<Record<Showing, string>> = {
  source: 'source',
  built: 'built app, browser host',
  fuzz: 'fuzz',
}

const BEGIN = '<!-- checklist: written by `npm run generate -- security` -->'
const END = '<!-- end of checklist -->'

/** The document with the checklist's table in its place; null for one that has no place for it. */
export function withChecklist(
  document: string,
  items: readonly ChecklistItem[],
  resultOf: ResultOf,
): string | null {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (begin < 0 || end < begin) return null
  return `${document.slice(0, begin + BEGIN.length)}\n\n${tableOf(items, resultOf)}\n\n${document.slice(end)}`
}

function tableOf(items: readonly ChecklistItem[], resultOf: ResultOf): string {
  const rows = items.map((item) => {
    const results = item.shown.map((showing) => `${WAYS[showing]}: ${resultOf(item, showing)}`)
    return `| ${item.number} | ${item.rule} | ${item.ensuredBy} | ${results.join('; ')} |`
  })
  return ['| # | item | how it is ensured | test: result |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
