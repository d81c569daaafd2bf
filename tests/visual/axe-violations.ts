import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Must run in a page before `axeViolations` is called. */
export const AXE_SCRIPT = axe.source

/** WCAG 2.2 A and AA, and axe's best practices; axe leaves targets of at least 24 px off by default. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What theme and language can change; all else follows from roles and structure, which they leave alone. */
const RULES_OF_LOOKS = [
  'color-contrast',
  'html-has-lang',
  'html-lang-valid',
  'label-content-name-mismatch',
  'landmark-unique',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
  'valid-lang',
]

/**
 * What axe-core finds wrong on the page in its current state: the rule, the element, and why. `another`: the page was
 * already checked in another look.
 */
export async function axeViolations(page: Page, another = false): Promise<readonly string[]> {
  return page.evaluate(
    async (options) => {
      const { configure, run } = Reflect.get(globalThis, 'axe') as typeof axe
      configure({ noHtml: true }) // otherwise axe stores the HTML of everything it checks
      const found = await run(document, { ...options, resultTypes: ['violations'], elementRef: true })
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ element, any }) => `${id}: ${element?.outerHTML.slice(0, 160)} ${any[0]?.message ?? ''}`,
        ),
      )
    },
    { runOnly: another ? RULES_OF_LOOKS : RULES, rules: { 'target-size': { enabled: true } } },
  )
}
