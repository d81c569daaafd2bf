import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { createRepairLog } from '../../core/telephony/repair-log.ts'
import { createExtensionReader } from '../../core/telephony/extension-reader.ts'
import { readPhone } from '../../core/phone.ts'
import { createRandom } from '../../simulator/world/random.ts'
import { reshapeBody } from './reshape-body.ts'

it('keeps the meaning in other forms', () => {
  const text = readFileSync(new URL('../fixtures/api/extensions.json', import.meta.url), 'utf8')
  const documented = JSON.parse(text) as object
  const read = createExtensionReader(createRepairLog(), (received) => readPhone(received, 'IL'))
  const plain = read(documented, null)
  const random = createRandom(1)
  const bodies = Array.from({ length: 50 }, () => reshapeBody(documented, random))
  for (const body of bodies) {
    expect(read(JSON.parse(body), null)).toMatchObject({
      kind: 'answer',
      answer: 'answer' in plain ? plain.answer : [],
    })
  }
  expect(new Set(bodies).size).toBeGreaterThan(40)
})
