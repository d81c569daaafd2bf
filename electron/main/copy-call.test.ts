import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import { en } from '../../core/words/en.ts'
import { createCopy } from './copy-call.ts'
import { sampleCall } from './sample-call.fake.ts'

function setUp(write: (text: string) => Promise<unknown>) {
  const call = { ...sampleCall({ name: '' }), status: 'Ringing' }
  return createCopy({
    call: (key) => (key === call.key ? call : null),
    settings: () => ({ ...DEFAULT_SETTINGS, numberFormat: 'international' }),
    words: () => en,
    write,
  })
}

it('copies in the number format of the settings', async () => {
  const written: string[] = []
  const copy = setUp((text) => Promise.resolve(written.push(text)))
  expect(await copy('SIPSIP2/1', 'number')).toEqual({ kind: 'copied' })
  expect(written).toEqual(['+972 72 277 6772'])
})

it('leaves the clipboard alone when there is nothing to copy', async () => {
  const copy = setUp(() => Promise.reject(new Error('not to be called')))
  expect(await copy('SIPSIP2/1', 'name')).toEqual({ kind: 'nothing-to-copy' })
  expect(await copy('gone/2', 'number')).toEqual({ kind: 'nothing-to-copy' })
})

it('says when the clipboard refused', async () => {
  expect(await setUp(() => Promise.reject(new Error('busy')))('SIPSIP2/1', 'number')).toEqual({
    kind: 'failed',
  })
})
