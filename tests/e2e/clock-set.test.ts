import { setTimeout as pause } from 'node:timers/promises'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RequestSummary } from '../../simulator/sim/request-log.ts'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'

const CODE = 'clock-secret-5e1'
const HOUR_MS = 3_600_000
const LOOK_MS = 300
const LOOKS = 20 // longer than any gap between two responses
const LEARNT_MS = 150_000 // a response and all these checks, on a busy machine
const WITHIN_SECONDS = 2
const LIMIT = 30
const [TALKS, RINGS, NEXT, LAST] = ['0501234567', '0722776772', '0545550199', '0545550123'] as const

describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)(
  'the computer’s clock is set while one call is connected and another rings',
  () => {
    let folder: string
    let desk: Desktop
    let centre: CallCentre & { stop(): Promise<void> }
    let talksSince: number
    /** Every alert that was ever seen, by number: how many were visible at once. */
    const most = new Map<string, number>()
    let watching = true

    beforeAll(async () => {
      centre = await startSimulator(CODE)
      folder = await mkdtemp(join(tmpdir(), 'ringside-set-'))
      const policy = join(folder, 'policy.json')
      const account = { baseUrl: new URL('/comet/API', centre.url).href, code: CODE, extension: 'SIPSIP2' }
      await writeFile(
        policy,
        JSON.stringify({ ...account, pollSeconds: 1, requestsPerMinute: LIMIT, language: 'en' }),
      )
      desk = await startDesktop({
        profile: join(folder, 'profile'),
        env: { RINGSIDE_POLICY: policy },
        setsClock: true,
      })
    })
    afterAll(async () => {
      watching = false
      await desk.end()
      await centre.stop()
      await rm(folder, { recursive: true, force: true })
    })

    const written = (phone: string): string => `${phone.slice(0, 3)}-${phone.slice(3, 6)}-${phone.slice(6)}`
    const standing = async (phone: string): Promise<number> =>
      (await desk.alerts()).filter((text) => text.includes(written(phone))).length
    const isAlerted = (phone: string) => expect.poll(() => standing(phone)).toBe(1)

    /** How often each alert appeared: it is new if it wasn't there before. */
    const came = new Map<string, number>()
    async function watchAlerts(): Promise<void> {
      const before = new Map<string, number>()
      while (watching) {
        for (const phone of [TALKS, RINGS, NEXT, LAST]) {
          const now = await standing(phone).catch(() => before.get(phone) ?? 0)
          if (now > (before.get(phone) ?? 0)) came.set(phone, (came.get(phone) ?? 0) + 1)
          most.set(phone, Math.max(most.get(phone) ?? 0, now))
          before.set(phone, now)
        }
        await pause(50)
      }
    }

    async function shownSeconds(): Promise<number> {
      const text = await desk.window
        .getByRole('article', { name: /Talking/ })
        .getByRole('timer')
        .first()
        .textContent()
      return (text ?? '').split(':').reduce((all, part) => all * 60 + Number(part), 0)
    }
    const errorSeconds = async (): Promise<number> =>
      Math.abs((await shownSeconds()) - (Date.now() - talksSince) / 1000)

    /** The timer is right within two seconds after the next response, and stays right. */
    async function timerIsRight(): Promise<void> {
      let looks = 0
      await expect
        .poll(async () => (looks = (await errorSeconds()) <= WITHIN_SECONDS ? looks + 1 : 0), {
          timeout: LEARNT_MS,
          interval: LOOK_MS,
        })
        .toBeGreaterThanOrEqual(LOOKS)
    }

    it('starts right', async () => {
      await desk.openWindow()
      const ivrid = await centre.call({ phone: TALKS })
      await isAlerted(TALKS)
      await centre.act('answer', ivrid)
      talksSince = Date.now()
      await desk.window.getByRole('article', { name: /Talking/ }).waitFor()
      await timerIsRight()
      void watchAlerts()
    })

    it('forward by an hour: the timer is right, and the ring is alerted at once, with no further alert', async () => {
      await centre.call({ phone: RINGS })
      await isAlerted(RINGS)
      await desk.setClock(HOUR_MS)
      await timerIsRight()
      expect(await standing(RINGS)).toBe(1)
      await centre.call({ phone: NEXT })
      await isAlerted(NEXT)
    })

    it('back by an hour from the true time: the same', async () => {
      await desk.setClock(-HOUR_MS)
      await timerIsRight()
      expect([await standing(RINGS), await standing(NEXT)]).toEqual([1, 1])
      await centre.call({ phone: LAST })
      await isAlerted(LAST)
      await desk.setClock(0)
      await timerIsRight()
    })

    it('with one alert per ring, never two at a time', () => {
      expect(Object.fromEntries(came)).toEqual({ [RINGS]: 1, [NEXT]: 1, [LAST]: 1 })
      expect([...most.values()].every((count) => count <= 1)).toBe(true)
    })

    it('within the request limit per minute, as counted by the server', async () => {
      const response = await fetch(new URL('/sim/requests', centre.url))
      const { mostInAMinute, mostAtOnce } = (await response.json()) as RequestSummary
      expect(mostInAMinute).toBeLessThanOrEqual(LIMIT)
      expect(mostInAMinute).toBeGreaterThan(LIMIT / 3)
      expect(mostAtOnce).toBe(1)
    })
  },
)
