import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../core/clock.ts'
import { openJournal } from '../../core/history/open-journal.ts'
import { MAX_NEW_CALLS_PER_MINUTE } from '../../core/session/admit-calls.ts'
import { createRandom } from '../../simulator/world/random.ts'
import type { CallCentre } from './call-centre.ts'
import type { Desktop } from './desktop.ts'
import { startPolicyDesk, type PolicyDesk } from './policy-desk.ts'

const CODE = 'typing-secret-41c'
const SEED = Number(process.env['RINGSIDE_TYPING_SEED'] ?? 20_260_115)
// The whole run is 1000 keystrokes: RINGSIDE_TYPED_KEYS=1000 npx vitest run --project e2e tests/e2e/typing.test.ts
const KEYS = Number(process.env['RINGSIDE_TYPED_KEYS'] ?? 100)
const REST_MS = 1_100 // shortcuts are inactive for a second after typing
/** Most of these letters are shortcuts outside a field. */
const LETTERS = Array.from('mmmmcccnooopppp1234,/?? etaoinshrdlu')

const crmRules = [
  {
    name: 'Orders',
    on: 'by-hand',
    url: 'https://orders.example.com/{phone|digits}',
    hosts: ['orders.example.com'],
  },
]

interface Noted {
  readonly ivrid: string
  readonly phone: string
  /** The text typed into its note. */
  text: string
}

describe('typing while calls end', () => {
  const random = createRandom(SEED, 'typing')
  let started: PolicyDesk
  let centre: CallCentre
  let desk: Desktop
  let live: Noted[] = []
  const noted: Noted[] = []
  let typed = 0
  let copied = ''
  const cameAt: number[] = []

  const card = (call: Noted) => desk.window.getByRole('article', { name: call.phone })
  const field = (call: Noted) => card(call).getByLabel('Note', { exact: true })

  /** Starts a call, after waiting until the program admits another one: it limits new calls per minute. */
  async function comes(phone: string): Promise<string> {
    const first = cameAt.at(1 - MAX_NEW_CALLS_PER_MINUTE) ?? 0
    await wait(Math.max(0, first + MINUTE_MS + REST_MS - Date.now()))
    cameAt.push(Date.now())
    return centre.call({ phone, name: '' })
  }

  /** A call that rings here. */
  async function rings(): Promise<Noted> {
    const number = 1_000_000 + noted.length * 7_919
    const received = `050${number}`
    const phone = `050-${received.slice(3, 6)}-${received.slice(6)}`
    const call = { ivrid: await comes(received), phone, text: '' }
    noted.push(call)
    await card(call).waitFor()
    return call
  }

  async function talks(): Promise<Noted> {
    const call = await rings()
    await centre.act('answer', call.ivrid)
    await field(call).waitFor()
    live.push(call)
    return call
  }

  /** One more letter of the note, wherever the focus may have moved. */
  async function typeOne(call: Noted): Promise<void> {
    typed += 1
    const chance = random.next()
    if (chance < 0.03 && call.text !== '') {
      await desk.press('Backspace')
      call.text = Array.from(call.text).slice(0, -1).join('')
    } else if (chance < 0.05) {
      await desk.press('Enter')
      call.text += '\n'
    } else {
      const letter = random.pick(LETTERS)
      await desk.press(letter)
      call.text += letter
    }
  }

  async function type(call: Noted, keys: number): Promise<void> {
    for (let key = 0; key < keys; key++) await typeOne(call)
  }

  /** Keeps typing until something appears. */
  async function typeUntil(call: Noted, isSeen: () => Promise<boolean>): Promise<void> {
    while (!(await isSeen())) {
      await typeOne(call)
    }
  }

  async function hangUp(call: Noted): Promise<void> {
    await centre.act('hangup', call.ivrid)
    live = live.filter((one) => one !== call)
  }

  const mutes = async (): Promise<number> => {
    const response = await fetch(new URL('/sim/requests', centre.url))
    return ((await response.json()) as { counts: { mute: number } }).counts.mute
  }

  async function nothingElseHappened(): Promise<void> {
    expect(await mutes()).toBe(0)
    expect(await desk.clipboard()).toBe(copied)
    expect(await desk.opened()).toEqual([])
    expect(await desk.window.getByText('Privacy: numbers, names and notes hidden').count()).toBe(0)
    expect(await desk.window.getByRole('dialog').count()).toBe(0)
    expect(await desk.window.locator('[data-tab=calls]').getAttribute('aria-current')).toBe('page')
  }

  beforeAll(async () => {
    started = await startPolicyDesk(CODE, ({ url }) => ({
      muteUrl: new URL('/api/MuteUnmuteCalls', url).href,
      extension: 'SIPSIP2',
      pollSeconds: 0.2,
      wideView: true,
      crmRules,
    }))
    ;({ centre, desk } = started)
    copied = await desk.clipboard()
    await talks()
    await talks()
  })
  afterAll(() => started.end())

  it(
    `touches nothing but the note, with ${KEYS} keys of seed ${SEED}, and loses none of them`,
    { timeout: 180_000 + 500 * KEYS },
    async () => {
      while (typed < KEYS) {
        const happens = random.pick(['noted ends', 'other ends', 'missed', 'rings'] as const)
        let call = random.pick(live)
        if (happens === 'missed') {
          // N is a shortcut again after a second without typing; what is typed right after it goes into the note.
          await desk.window.locator('[data-tab=calls]').focus()
          await wait(REST_MS)
          call = await rings()
          await desk.press('n')
        } else {
          await field(call).focus()
          await desk.press('Control+End')
        }
        await type(call, 3 + random.below(10))
        if (happens === 'noted ends' || happens === 'missed') {
          await hangUp(call)
          await typeUntil(call, () => card(call).getByText('Ended').isVisible())
        } else if (happens === 'other ends') {
          const other = live.find((one) => one !== call)!
          await hangUp(other)
          await typeUntil(call, async () => (await card(other).count()) === 0)
        } else {
          const ivrid = await comes('0722776772')
          const ringing = desk.window.getByRole('article', { name: '072-277-6772' })
          await typeUntil(call, async () => (await ringing.count()) > 0)
          await centre.act('hangup', ivrid)
          await typeUntil(call, async () => (await ringing.count()) === 0)
        }
        await type(call, 3)
        expect(await field(call).inputValue()).toBe(call.text)
        await nothingElseHappened()
        while (live.length < 2) await talks()
      }
    },
  )

  it('performs every shortcut that is pressed outside a field, in the same run', async () => {
    const [call] = live
    const tab = (name: string) => desk.window.locator(`[data-tab=${name}][aria-current=page]`)
    const is = (check: () => Promise<unknown>, value: unknown) => expect.poll(check).toEqual(value)
    await desk.press('Escape')
    await wait(REST_MS)
    await card(call!).focus()

    await desk.press('c')
    await is(() => desk.clipboard(), call!.phone)
    await desk.press('o')
    await is(async () => (await desk.opened()).length, 1)
    await desk.press('Control+Shift+KeyM')
    await card(call!)
      .getByText(/Recording muted/)
      .waitFor()
    expect(await mutes()).toBe(1)
    await desk.press('n')
    expect(await field(call!).evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true)
    await desk.press('Escape')
    await wait(REST_MS)

    await desk.press('p')
    await desk.window.getByText('Privacy: numbers, names and notes hidden').waitFor()
    await desk.press('p')
    await is(() => desk.window.getByText('Privacy: numbers, names and notes hidden').count(), 0)
    const tabs = await desk.window.locator('[data-tab]').count()
    expect(tabs).toBe(4)
    for (const [index, name] of ['calls', 'queues', 'team', 'history'].entries()) {
      await desk.press(String(index + 1))
      await tab(name).waitFor()
    }
    await desk.window.getByRole('searchbox').waitFor()
    await desk.press('/')
    await desk.press('q')
    await is(() => desk.window.getByRole('searchbox').inputValue(), 'q')
    await desk.press('Escape')
    await desk.window.locator('[data-tab=history]').focus()
    await wait(REST_MS)
    await desk.press('?')
    await desk.window.getByRole('dialog').waitFor()
    await desk.press('Escape')
    await is(() => desk.window.getByRole('dialog').count(), 0)
    await desk.press('1')
    await tab('calls').waitFor()
    await desk.press(',')
    await desk.window.getByRole('heading', { name: 'Settings' }).waitFor()
  })

  it('has every letter in the history', async () => {
    await desk.end()
    const path = join(started.profile, 'history.db')
    const { journal } = openJournal({ path, now: Date.now, log: () => undefined })
    const stored = noted.map(({ ivrid }) => journal.call(`SIPSIP2/${ivrid}`)?.note)
    journal.close()
    expect(stored).toEqual(noted.map(({ text }) => text.trim()))
  })
})
