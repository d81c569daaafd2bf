import { expect, it } from 'vitest'
import type { CopyTemplate } from '../../../core/templates/copy-template.ts'
import { templateCall } from '../../../core/templates/template-call.ts'
import { en } from '../../../core/words/en.ts'
import { createCopyAs } from './copy-as.ts'
import { sampleCall } from '../testing/sample-call.ts'

const template = (name: string, text: string): CopyTemplate => ({
  name,
  template: text,
  format: 'text',
  key: null,
})

function setUp(changes: Parameters<typeof sampleCall>[0] = {}) {
  const written: string[] = []
  const call = sampleCall(changes)
  const copyAs = createCopyAs({
    call: (key) => (key === call.key ? templateCall(call, 'Dana', 0) : null),
    templates: () => [template('Name', 'n {name}'), template('Agent', '{agent}')],
    style: () => ({ words: en, numberFormat: 'national' }),
    write: (text) => Promise.resolve(written.push(text)),
  })
  return { written, copyAs, key: call.key }
}

it('copies with the template of that name, and with the first for none', async () => {
  const { written, copyAs, key } = setUp({ name: 'Sales' })
  expect(await copyAs(key, 'Agent')).toEqual({ kind: 'copied' })
  expect(await copyAs(key, null)).toEqual({ kind: 'copied' })
  expect(written).toEqual(['Dana', 'n Sales'])
})

it('copies nothing for a removed template or an unknown call', async () => {
  const { written, copyAs, key } = setUp()
  expect(await copyAs(key, 'Agent of old')).toEqual({ kind: 'nothing-to-copy' })
  expect(await copyAs('gone/1', null)).toEqual({ kind: 'nothing-to-copy' })
  expect(written).toEqual([])
})

it.each([
  ['"><script>alert(1)</script>', 'n "><script>alert(1)</script>'],
  ['javascript:alert(1)', 'n javascript:alert(1)'],
  ['a\r\nrm -rf /\n', 'n a rm -rf /'],
  ['\u202egpj.exe', 'n gpj.exe'],
  ['%00%0a', 'n %00%0a'],
  ['{phone}{{', 'n {phone}{{'],
  ['x'.repeat(1_000_000), `n ${'x'.repeat(499)}…`],
])('writes a hostile name on one line, unchanged and short', async (name, text) => {
  const { written, copyAs, key } = setUp({ name })
  await copyAs(key, null)
  expect(written).toEqual([text])
})
