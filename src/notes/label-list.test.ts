import { expect, it } from 'vitest'
import { en } from '../../core/words/en.ts'
import { readLabels } from './label-list.ts'

it('takes one label per line, each once, and no empty ones', () => {
  expect(readLabels(' Solved \n\nCallback\nSolved\n', en)).toEqual({
    labels: ['Solved', 'Callback'],
    wrong: null,
  })
})

it('reports which line is too long, and when there are too many', () => {
  expect(readLabels(`a\n${'x'.repeat(61)}`, en)).toEqual({
    wrong: 'Not saved: line 2 is longer than 60 characters.',
  })
  const many = Array.from({ length: 21 }, (_, count) => `label ${count}`).join('\n')
  expect(readLabels(many, en)).toEqual({ wrong: 'Not saved: at most 20 labels.' })
})
