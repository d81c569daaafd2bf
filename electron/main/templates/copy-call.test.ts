import { expect, it } from 'vitest'
import { templateCall } from '../../../core/templates/template-call.ts'
import { en } from '../../../core/words/en.ts'
import { createCopy } from './copy-call.ts'
import { sampleCall } from '../testing/sample-call.ts'

function setUp(write: (text: string) => Promise<unknown>) {
  const call = sampleCall({ name: '' })
  return createCopy({
    call: (key) => (key === call.key ? templateCall(call, '', 0) : null),
    style: () => ({ words: en, numberFormat: 'international' }),
    write,
  })
}

it('copies in the number format of the settings', async () => {
  const written: string[] = []
  const copy = setUp((text) => Promise.resolve(written.push(text)))
  expect(await copy('SIPSIP2/1', 'number')).toEqual({ kind: 'copied' })
  expect(written).toEqual(['+972 72 277 6772'])
})

it('copies the card like the template of that name, without labels of unknown details', async () => {
  const written: string[] = []
  await setUp((text) => Promise.resolve(written.push(text)))('SIPSIP2/1', 'card')
  expect(written[0]).toMatch(/^Number: \+972 72 277 6772\n(?!Name)[^]*\nCall ID: 1$/)
})

it('leaves the clipboard alone when there is nothing to copy', async () => {
  const copy = setUp(() => Promise.reject(new Error('not to be called')))
  expect(await copy('SIPSIP2/1', 'name')).toEqual({ kind: 'nothing-to-copy' })
  expect(await copy('gone/2', 'number')).toEqual({ kind: 'nothing-to-copy' })
})

it('reports when the clipboard refused', async () => {
  expect(await setUp(() => Promise.reject(new Error('busy')))('SIPSIP2/1', 'number')).toEqual({
    kind: 'failed',
  })
})
