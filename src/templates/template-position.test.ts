import { expect, it } from 'vitest'
import { templatePosition } from './template-position.ts'

it.each([
  ['{x}', 0, 1, 1],
  ['ab {x}', 3, 1, 4],
  ['Name: {name}\n{x}', 13, 2, 1],
  ['a\r\nb\r\n c{x}', 8, 3, 3],
  ['👋 {x}', 3, 1, 3],
])('counts lines and characters of %j as a person does', (text, at, line, character) => {
  expect(templatePosition(text, at)).toEqual({ line, character })
})
