import { useOnDocument } from './use-on-document.ts'

/** A telephone number in a text, with its groups, stars and brackets. */
const NUMBERS = /(?:[+*#]|\((?=\d{1,4}\))){0,3}\d(?:[\d\s().-]*\d)?[*#]{0,3}/g

/** A double click on a telephone number selects all of it, not one of its groups. */
export function useWholeNumbers(page: Document): void {
  useOnDocument(page, 'dblclick', () => {
    const selection = page.getSelection()
    const node = selection?.anchorNode
    if (selection == null || !(node instanceof Text)) return
    const at = selection.anchorOffset
    for (const { 0: number, index } of node.data.matchAll(NUMBERS)) {
      const end = index + number.length
      if (index <= at && at < end) selection.setBaseAndExtent(node, index, node, end)
    }
  })
}
