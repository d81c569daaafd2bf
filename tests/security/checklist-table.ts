import type { ChecklistItem, Showing } from './checklist.ts'

export type CheckResult = 'passed' | 'failed' | 'not run'

/** The result of one way of checking an item. */
export type ResultOf = (item: ChecklistItem, showing: Showing) => CheckResult

const WAYS: Readonly<Record<Showing, string>> = {
  source: 'source',
  built: 'built app, browser host',
  fuzz: 'fuzz',
}

const BEGIN = '<!-- checklist: written by `npm run generate -- security` -->'
const END = '<!-- end of checklist -->'

/** The document with its checklist table replaced; null if it has no marks for the table. */
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
