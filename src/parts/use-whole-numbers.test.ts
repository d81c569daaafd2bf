// @vitest-environment happy-dom
import { effectScope } from 'vue'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useWholeNumbers } from './use-whole-numbers.ts'

let scope = effectScope()
beforeEach(() => {
  scope = effectScope()
  scope.run(() => useWholeNumbers(document))
})
afterEach(() => scope.stop())

/** What is selected after a double click on this part of a text. */
function selectedIn(text: string, part: string): string {
  document.body.textContent = text
  const node = document.body.firstChild!
  const at = text.indexOf(part)
  document.getSelection()?.setBaseAndExtent(node, at, node, at + part.length)
  document.dispatchEvent(new Event('dblclick'))
  return String(document.getSelection())
}

it.each([
  ['072-277-6772', '277'],
  ['+972 72 277 6772', '277'],
  ['+972\u00a072\u00a0277\u00a06772', '72'],
  ['(202) 555-0143', '202'],
  ['+1 (202) 555-0143', '555'],
  ['*5287', '5287'],
  ['#31#', '31'],
  ['*21#', '21'],
  ['100', '100'],
])('a double click in %s selects all of it', (number, part) => {
  expect(selectedIn(`Dana (Sales): ${number}, twice`, part)).toBe(number)
})

it('selects only the number that was clicked', () => {
  expect(selectedIn('072-277-6772 · 03-900-1234', '900')).toBe('03-900-1234')
  expect(selectedIn('(052-123-4567)', '123')).toBe('052-123-4567')
})
