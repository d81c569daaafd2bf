const ROW = '.toggle, .choice, .setting'
const LEFT_OUT = 'data-left-out'

/** Whether one of these texts is searched for. */
export type IsFound = (texts: readonly string[]) => boolean

/**
 * Leaves out the settings in which nothing is found, and sections without any left; `isFound` is null to show all. A
 * section or group whose heading is found stays whole. Returns how many settings are left.
 */
export function filterSettings(page: Element, isFound: IsFound | null): number {
  for (const one of page.querySelectorAll(`[${LEFT_OUT}]`)) one.removeAttribute(LEFT_OUT)
  if (isFound === null) return 0
  return [...page.children].reduce((sum, section) => sum + filtered(section, isFound), 0)
}

/** The settings left in it. */
function filtered(box: Element, isFound: IsFound): number {
  const rows = [...box.querySelectorAll(ROW)].filter((row) => row.querySelector(ROW) === null)
  if (rows.length === 0 || box.matches(ROW)) return leave(box, isFound(textsOf(box)) ? 1 : 0)
  const heading = headingOf(box)
  if (heading !== null && isFound(textsOf(heading))) return rows.length
  const parts = [...box.children].filter((part) => part !== heading)
  const left = parts.reduce((sum, part, index) => sum + filteredPart(part, parts[index + 1], isFound), 0)
  return leave(box, left)
}

/** A row and the explanation after it are one setting. */
function filteredPart(part: Element, next: Element | undefined, isFound: IsFound): number {
  if (isHint(part) && part.previousElementSibling?.matches(ROW) === true) return 0
  if (next === undefined || !isHint(next) || !part.matches(ROW)) return filtered(part, isFound)
  const left = isFound([...textsOf(part), ...textsOf(next)]) ? 1 : 0
  leave(next, left)
  return leave(part, left)
}

function leave(part: Element, left: number): number {
  part.toggleAttribute(LEFT_OUT, left === 0)
  return left
}

const isHint = (part: Element): boolean => part.matches('p.hint')

const headingOf = (box: Element): Element | null =>
  [...box.children].find(
    (part) => part.matches('legend, h3') || part.querySelector(':scope > h2') !== null,
  ) ?? null

/** Every text in it, and what its fields show while they are empty. */
function textsOf(part: Element): readonly string[] {
  const texts: string[] = []
  const walker = part.ownerDocument.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    texts.push(node.textContent?.trim() ?? '')
  const named = [...part.querySelectorAll('[aria-label], [placeholder]')]
  return [
    ...texts,
    ...named.flatMap((one) => [one.ariaLabel ?? '', one.getAttribute('placeholder') ?? '']),
  ].filter((text) => text !== '')
}
