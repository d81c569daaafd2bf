import { expect, it } from 'vitest'
import { CHECKLIST, titleOf, type Showing } from './checklist.ts'

/** One test for each item that is shown this way. An item without a check, or a check without an item, fails. */
export function declareChecks(
  showing: Showing,
  checks: Readonly<Record<number, () => void | Promise<void>>>,
): void {
  const items = CHECKLIST.filter(({ shown }) => shown.includes(showing))
  for (const item of items) {
    const check = checks[item.number]
    if (check === undefined) throw new Error(`no ${showing} check of ${titleOf(item)}`)
    it(titleOf(item), check)
  }
  it(`has no ${showing} check that is not in the list`, () => {
    expect(Object.keys(checks).map(Number)).toEqual(items.map(({ number }) => number))
  })
}
