import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Must run in a page before `axeViolations` is called. */
export const AXE_SCRIPT = axe.source

/** WCAG 2.2 A and AA, and axe's best practices; axe leaves targets of at least 24 px off by default. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe-core finds wrong on the page in its current state: the rule, the element, and why. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    async (options) => {
      const { run } = Reflect.get(globalThis, 'axe') as typeof axe
      const found = await run(document, { ...options, resultTypes: ['violations'] })
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
      )
    },
    { runOnly: RULES, rules: { 'target-size': { enabled: true } } },
  )
}
