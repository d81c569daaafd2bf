import { expect, it } from 'vitest'
import { endAll } from './end-all.ts'

it('ends every part in order, also after one that fails', () => {
  const did: string[] = []
  const fails = (): void => {
    throw new TypeError('0501234567')
  }
  endAll([() => did.push('one'), fails, () => did.push('two')], {
    warn: (line) => did.push(line.split(' <')[0]!),
  })
  expect(did).toEqual(['one', 'while ending: TypeError', 'two'])
})
