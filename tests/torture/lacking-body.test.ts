import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { createRandom } from '../../simulator/world/random.ts'
import { entriesOf, lackingBody } from './lacking-body.ts'

const text = readFileSync(new URL('../fixtures/api/extensions.json', import.meta.url), 'utf8')
const body = JSON.parse(text) as object

it('leaves nothing out that was not shown before', () => {
  expect(JSON.parse(lackingBody(body, new Map(), createRandom(1)))).toEqual(body)
})

it('leaves out unchanged fields that were shown before, but never a call’s id', () => {
  const shown = new Map(entriesOf(text))
  const random = createRandom(1)
  const bodies = Array.from({ length: 30 }, () => lackingBody(body, shown, random))
  expect(new Set(bodies).size).toBeGreaterThan(20)
  for (const one of bodies) expect(one.match(/"ivrid":"2020101201cc7b38df"/g)).toHaveLength(1)
})

it('does not leave out what has changed', () => {
  const shown = new Map(entriesOf(text.replaceAll('"Talking"', '"Hold"')))
  const random = createRandom(1)
  for (let time = 0; time < 30; time += 1) expect(lackingBody(body, shown, random)).toContain('"Talking"')
})

it('does not leave out the name of another person who logged in: it is then unknown who that is', () => {
  const name = '"representative":"User 2"'
  const withId = (id: number) => text.replace('"onlineUserID": 46454322', `"onlineUserID": ${id}`)
  const namedOf = (before: number, now: number) => {
    const random = createRandom(1)
    const shown = new Map(entriesOf(withId(before)))
    const bodies = Array.from({ length: 30 }, () => lackingBody(JSON.parse(withId(now)), shown, random))
    return bodies.filter((one) => one.includes(name)).length
  }
  expect(namedOf(0, 7)).toBe(30)
  expect(namedOf(7, 0)).toBeLessThan(30)
  expect(namedOf(7, 7)).toBeLessThan(30)
})
