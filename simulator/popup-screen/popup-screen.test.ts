import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createCentre } from '../centre.ts'

const centre = createCentre({
  ...{ seed: 7, scenario: 'quiet', zone: 'Asia/Jerusalem', speed: 1, now: Date.now },
  ...{ code: 'code', wrongCode: 'error' },
})
let origin = ''
beforeAll(async () => {
  origin = `http://127.0.0.1:${await centre.listen(0)}`
})
afterAll(() => centre.close())
beforeEach(() => fetch(`${origin}/sim/popup-screen`, { method: 'DELETE' }))

const send = (path: string, body: object) =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const ask = (phone: string, status = 'Ringing') => send('/popup-screen', { phone, status })
const dana = { phone: '0501234567', name: 'Dana Levi', company: 'Brightwater' }

it('names a caller, however the number is written', async () => {
  await send('/sim/popup-screen/caller', { ...dana, url: 'https://crm.example/17' })
  const documented = {
    ...{ STATUS: 'OK', URL: 'https://crm.example/17', CLIENTNAME: 'Dana Levi', TOTAL: 1 },
    COMPANY: 'Brightwater',
  }
  expect(await (await ask('972501234567')).json()).toEqual(documented)
  expect(await (await fetch(`${origin}/popup-screen?phone=050-123-4567&statusCall=Ringing`)).json()).toEqual(
    documented,
  )
})

it('knows some callers, some not, and some not exactly; always the same ones', async () => {
  const numbers = Array.from({ length: 40 }, (_, index) => `97250123450${index}`)
  const total = async (phone: string): Promise<number> =>
    ((await (await ask(phone)).json()) as { readonly TOTAL: number }).TOTAL
  const totals = await Promise.all(numbers.map(total))
  expect(new Set(totals.map((count) => Math.min(count, 2)))).toEqual(new Set([0, 1, 2]))
  const [first = ''] = numbers
  expect(await (await ask(first)).json()).toEqual(await (await ask(first)).json())
})

it('stores what it received', async () => {
  await ask(dana.phone, 'Talking')
  expect(await (await fetch(`${origin}/sim/popup-screen`)).json()).toMatchObject({
    received: [
      {
        method: 'POST',
        contentType: 'application/json',
        origin: null,
        fields: { phone: dana.phone, status: 'Talking' },
      },
    ],
  })
})

it('misbehaves on request, also for one status alone', async () => {
  await send('/sim/popup-screen/behaviour', { kind: '500', status: 'Ringing' })
  expect((await ask(dana.phone)).status).toBe(500)
  expect((await ask(dana.phone, 'Talking')).status).toBe(200)
  await send('/sim/popup-screen/behaviour', { kind: 'down' })
  await expect(ask(dana.phone, 'Talking')).rejects.toThrow()
})

it('refuses what it doesn’t know', async () => {
  expect((await send('/sim/popup-screen/behaviour', { kind: 'odd' })).status).toBe(400)
  expect((await send('/sim/popup-screen/caller', { name: 'Dana' })).status).toBe(400)
})
