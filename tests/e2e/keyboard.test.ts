import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'

const FAR = 40 // more stops than the calls view has

describe('the main job, without a mouse', () => {
  let desk: Desktop
  let centre: CallCentre

  /** What has the focus in the window, by its name; `''` if nothing has it. */
  const focused = (): Promise<string> =>
    desk.window.locator('html').evaluate((page) => {
      const one = page.ownerDocument.activeElement
      if (one === null || one === page.ownerDocument.body) return ''
      return one.getAttribute('aria-label') ?? one.textContent.trim().replaceAll(/\s+/g, ' ')
    })

  /** The names of the Tab stops, until `last` or the end. */
  async function tabTo(last: RegExp): Promise<readonly string[]> {
    const stops: string[] = []
    while (stops.length < FAR) {
      await desk.press('Tab')
      stops.push(await focused())
      if (last.test(stops.at(-1) ?? '')) return stops
    }
    throw new Error(`Tab never stopped at ${last}: ${stops.join(' | ')}`)
  }

  const cards = (): Promise<number> => desk.window.getByRole('article').count()
  const said = (): Promise<Said> =>
    desk.window.locator('html').evaluate(() => Reflect.get(window, 'heard') as Said)

  beforeAll(async () => {
    desk = await startDesktop({ demo: true, quiet: true })
    centre = await desk.centre()
    await desk.openWindow()
    await desk.window.getByText('No calls now').waitFor()
    await desk.window.locator('html').evaluate(listen)
  })
  afterAll(async () => desk.end())

  let ivrid: string
  it('leaves the focus where it is when it rings', async () => {
    await tabTo(/^Settings$/)
    ivrid = await centre.call()
    await desk.window.getByRole('article', { name: /Ringing/ }).waitFor()
    expect(await focused()).toBe('Settings')
  })

  it('announces the ring once, immediately, with number and line', async () => {
    await expect.poll(async () => (await said()).alert).toHaveLength(1)
    const [ring] = (await said()).alert
    expect(ring).toContain('072-277-6772')
    expect(ring).toContain('03-900-1234')
    // Two more seconds on a visible timer must announce nothing.
    const timer = desk.window.getByRole('article').getByText(/^0:\d\d$/)
    const before = await timer.textContent()
    await expect.poll(() => timer.textContent()).not.toBe(before)
    expect((await said()).alert).toHaveLength(1)
    expect((await said()).status.filter((text) => /\d:\d\d/.test(text))).toEqual([])
  })

  it('stops at the number first on the card, then at name, line and the rest, then at the tabs', async () => {
    const stops = await tabTo(/^Calls/)
    const positions = [
      /^Copy number/,
      /^More options/,
      /^Copy name/,
      /^Copy dialled number/,
      /^Note and label/,
      /^Calls/,
    ].map((name) => stops.findIndex((stop) => name.test(stop)))
    expect(
      positions.every((position) => position >= 0),
      stops.join(' | '),
    ).toBe(true)
    expect(positions).toEqual(positions.toSorted((a, b) => a - b))
    expect(stops.filter((stop) => stop === '')).toEqual([])
  })

  it('shows where the focus is', async () => {
    const ring = await desk.window.locator(':focus-visible').evaluate((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return `${outlineStyle} ${outlineWidth}`
    })
    expect(ring).toBe('solid 2px')
  })

  it('returns the focus to where a dialog was opened, when Escape closes that', async () => {
    const more = desk.window.locator('article [aria-haspopup]').first()
    await more.focus()
    await desk.press('Enter')
    await desk.window.locator('[role=menuitem]:focus').waitFor()
    await desk.press('End')
    await desk.press('Enter')
    await desk.window.locator('dialog input:focus').waitFor()
    await desk.press('Escape')
    await expect.poll(() => more.evaluate((one) => one.matches(':focus'))).toBe(true)
    await desk.press('Control+k')
    await desk.window.locator('dialog input:focus').waitFor()
    await desk.press('Escape')
    await expect.poll(() => more.evaluate((one) => one.matches(':focus'))).toBe(true)
  })

  it('copies the number, and stays there', async () => {
    for (let stop = 0; stop < FAR && !(await focused()).startsWith('Copy number'); stop++)
      await desk.press('Shift+Tab')
    await desk.press('Enter')
    await expect.poll(() => desk.clipboard()).toBe('072-277-6772')
    await expect.poll(focused).toMatch(/^Cop/)
  })

  it('keeps the focus on the same button when a second call arrives and the first is answered', async () => {
    const second = await centre.call({ phone: '0501234567', name: 'Support' })
    await expect.poll(cards).toBe(2)
    await expect.poll(focused).toMatch(/^Copy number/)
    await centre.act('answer', ivrid)
    await desk.window.getByRole('article', { name: /Talking/ }).waitFor()
    expect(await cardOfFocus()).toContain('072-277-6772')
    expect((await said()).alert).toHaveLength(2)
    expect((await said()).status.join('\n')).toContain('Talking')
    await centre.act('hangup', second)
    await expect.poll(cards).toBe(1)
    expect(await cardOfFocus()).toContain('072-277-6772')
  })

  it('moves the focus on when the call ends, instead of losing it', async () => {
    await centre.act('hangup', ivrid)
    await desk.window.getByText('No calls now').waitFor()
    const inside = await desk.window
      .locator('html')
      .evaluate((page) => page.querySelector('main')?.contains(page.ownerDocument.activeElement))
    expect(inside).toBe(true)
  })

  it('jumps to a section of the settings, and back to the calls', async () => {
    await desk.press(',')
    await tabTo(/^Jump to another section\. Current section: Account$/)
    await desk.press('Enter')
    await tabTo(/^Server$/)
    await desk.press('Enter')
    await expect.poll(focused).toBe('Server')
    const fromTop = (): Promise<number> =>
      desk.window.locator('main .scroller').evaluate((scroller) => {
        const { top } = scroller.ownerDocument.activeElement?.getBoundingClientRect() ?? { top: NaN }
        return top - scroller.getBoundingClientRect().top
      })
    const isAtTop = (most: number) =>
      expect
        .poll(async () => {
          const top = await fromTop()
          return top >= 0 && top < most
        })
        .toBe(true)
    await isAtTop(100)
    const atServer = desk.window.getByRole('button', {
      name: 'Jump to another section. Current section: Server',
    })
    await atServer.waitFor()
    const html = desk.window.locator('html')
    await html.evaluate((page) => (page.style.fontSize = '200%'))
    await isAtTop(200) // the section stays in view when everything above it grows
    await atServer.waitFor()
    await html.evaluate((page) => (page.style.fontSize = ''))
    await isAtTop(100)
    await atServer.waitFor()
    await desk.window.getByRole('button', { name: 'Back to calls' }).press('Enter')
    await desk.window.getByText('No calls now').waitFor()
    await desk.window.locator('main [tabindex="-1"]').first().focus()
  })

  it('is hidden by Escape; a ring neither takes the focus nor opens it', async () => {
    await desk.press('Escape')
    await expect.poll(() => desk.window.locator('header').first().isVisible()).toBe(false)
    const third = await centre.call({ phone: '0501234567', name: 'Support' })
    await expect.poll(() => desk.trayState()).toBe('ringing')
    expect(await desk.window.locator('header').first().isVisible()).toBe(false)
    await centre.act('hangup', third)
  })

  /** The text of the focused card. */
  const cardOfFocus = (): Promise<string> =>
    desk.window
      .locator('html')
      .evaluate((page) => page.ownerDocument.activeElement?.closest('article')?.textContent ?? '')
})

interface Said {
  readonly alert: readonly string[]
  readonly status: readonly string[]
}

/** Runs in the window: from now on, records what the live regions announce. */
function listen(page: Element): void {
  const heard: Record<string, string[]> = { alert: [], status: [] }
  Reflect.set(window, 'heard', heard)
  for (const role of ['alert', 'status']) {
    const region = page.querySelector(`#app > [role="${role}"]`)
    if (region === null) throw new Error(`no live region of role ${role}`)
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes])
      for (const node of added) if (node.textContent?.trim()) heard[role]?.push(node.textContent.trim())
    }).observe(region, { childList: true, subtree: true, characterData: true })
  }
}
