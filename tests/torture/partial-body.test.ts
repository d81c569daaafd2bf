import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readPhone } from '../../core/phone.ts'
import { createExtensionReader } from '../../core/telephony/extension-reader.ts'
import { createRepairLog } from '../../core/telephony/repair-log.ts'
import { withNamelessCall, withoutCalls, withoutExtension } from './partial-body.ts'
import { START, view, viewedCall } from './testing/sample-step.ts'

const text = readFileSync(new URL('../fixtures/api/extensions.json', import.meta.url), 'utf8')
const documented = JSON.parse(text) as object
const read = createExtensionReader(createRepairLog(), (received) => readPhone(received, 'IL'))
const seen = view(START, [viewedCall('a'), viewedCall('b')])

function extensions(body: string) {
  const reading = read(JSON.parse(body), null)
  if (reading.kind !== 'answer') throw new Error(reading.kind)
  return reading.answer.map(({ extension, calls, callsMissing }) => ({
    ...{ extension, calls: calls.length, isWhole: callsMissing !== true },
  }))
}

it('returns no calls', () => {
  const { body, read: readPart } = withoutCalls(documented)
  expect(extensions(body)).toEqual([
    { extension: 'SIPSIP1', calls: 0, isWhole: false },
    { extension: 'SIPSIP2', calls: 0, isWhole: false },
  ])
  expect(readPart(seen)).toMatchObject({ calls: [], whole: false })
})

it('returns a first call without an id', () => {
  const { body, read: readPart } = withNamelessCall(documented)
  expect(extensions(body)).toEqual([
    { extension: 'SIPSIP1', calls: 0, isWhole: true },
    { extension: 'SIPSIP2', calls: 0, isWhole: false },
  ])
  expect(readPart(seen)).toMatchObject({ calls: [{ ivrid: 'b' }], whole: false })
  expect(readPart(view(START, []))).toMatchObject({ calls: [], whole: true })
})

it('returns a list without one extension', () => {
  expect(extensions(withoutExtension(documented, 'SIPSIP2')).map(({ extension }) => extension)).toEqual([
    'SIPSIP1',
  ])
})
