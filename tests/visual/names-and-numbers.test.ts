import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { ALL_SCENES } from './scenes/all-scenes.ts'
import { LONG_NAME, LONG_SCENES } from './scenes/long-scenes.ts'
import { openWindowPage, type WindowPage } from './window-page.ts'

describe('a long name', () => {
  let window: WindowPage
  const show = async (name: string, language: 'en' | 'he'): Promise<void> => {
    const scene = LONG_SCENES.find((one) => one.name === name)
    if (scene === undefined) throw new Error(`no scene ${name}`)
    await window.show(scene, { theme: 'light', language })
  }

  beforeAll(async () => {
    await buildIfStale()
    window = await openWindowPage()
  })
  afterAll(async () => window.close())

  it.each([
    ['long-calls', 'en'],
    ['long-calls', 'he'],
    ['long-missed', 'en'],
    ['long-missed', 'he'],
    ['long-history', 'en'],
    ['long-history', 'he'],
    ['long-queue', 'he'],
  ] as const)('has its copy button beside it: %s, %s', async (name, language) => {
    await show(name, language)
    const names = await window.page.evaluate(besideButtons, LONG_NAME)
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter(({ beside }) => !beside)).toEqual([])
  })

  it.each([
    ['long-team', 'en'],
    ['long-team', 'he'],
    ['long-history', 'he'],
  ] as const)('is cut off at its end: %s, %s', async (name, language) => {
    await show(name, language)
    const cut = await window.page.evaluate(cutAtEnd, LONG_NAME)
    expect(cut.length).toBeGreaterThan(0)
    expect(cut.filter(({ atItsEnd }) => !atItsEnd)).toEqual([])
  })
})

describe('a double click', () => {
  let window: WindowPage

  beforeAll(async () => {
    await buildIfStale()
    window = await openWindowPage()
  })
  afterAll(async () => window.close())

  it.each([
    ['ringing-and-held', '072-277-6772'],
    ['ringing-and-held', '03-900-1234'],
    ['long-calls', '+49 1522 1234 5678'],
    ['long-calls', '+44 20 7946 0958'],
    ['missed', '050-123-4567'],
    ['queues', '072-277-6772'],
  ])('selects the whole number: %s, %s', async (name, number) => {
    await window.show(
      ALL_SCENES.find((one) => one.name === name)!,
      { theme: 'light', language: 'he' },
    )
    for (const part of [0, number.length / 2, number.length - 2]) {
      const { x, y } = await window.page.evaluate(positionOf, [number, Math.floor(part)] as const)
      await window.page.mouse.dblclick(x, y)
      const selected = await window.page.evaluate(() => String(document.getSelection()))
      expect(selected.replaceAll('\u00a0', ' ')).toBe(number)
    }
  })

  it('selects one word elsewhere', async () => {
    await window.show(
      ALL_SCENES.find((one) => one.name === 'ringing-and-held')!,
      { theme: 'light', language: 'en' },
    )
    const { x, y } = await window.page.evaluate(positionOf, ['Sales line', 7] as const)
    await window.page.mouse.dblclick(x, y)
    expect(await window.page.evaluate(() => String(document.getSelection()))).toBe('line')
  })
})

/** Runs inside the page: the position of the character at `part` of this text, in CSS pixels. */
function positionOf([text, part]: readonly [string, number]): { readonly x: number; readonly y: number } {
  const walker = document.createTreeWalker(
    document.querySelector('main') ?? document.body,
    NodeFilter.SHOW_TEXT,
  )
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const from = (node.nodeValue ?? '').replaceAll('\u00a0', ' ').indexOf(text)
    if (from === -1) continue
    const range = document.createRange()
    range.setStart(node, from + part)
    range.setEnd(node, from + part + 1)
    const { left, top, width, height } = range.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }
  throw new Error(`no ${text}`)
}

/**
 * Runs inside the page: for each such name with a copy button in its row, whether the button is on one of the name's
 * lines.
 */
function besideButtons(name: string): readonly { readonly at: string; readonly beside: boolean }[] {
  return [...document.querySelectorAll('bdi')]
    .filter((one) => one.textContent === name && one.checkVisibility())
    .flatMap((one) => {
      const row = one.closest('.detail, .who, .item, .top, dd, .waiting')
      const button = row?.querySelector('.copy')
      if (row === null || button == null) return []
      const [text, beside] = [one.getBoundingClientRect(), button.getBoundingClientRect()]
      return [{ at: row.className, beside: beside.top < text.bottom && beside.bottom > text.top }]
    })
}

/** Runs inside the page: for each element that may cut such a name off, whether it would cut at the name's end. */
function cutAtEnd(name: string): readonly { readonly at: string; readonly atItsEnd: boolean }[] {
  const found: { at: string; atItsEnd: boolean }[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const from = (node.nodeValue ?? '').indexOf(name.slice(0, 12))
    const box = node.parentElement?.closest('.name, .line, .note')
    if (from === -1 || box == null || getComputedStyle(box).overflow !== 'hidden') continue
    // Text that is too long is cut where the box ends: so the box must have the direction of the name.
    const isCut = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 2
    found.push({ at: box.className, atItsEnd: !isCut || getComputedStyle(box).direction === 'ltr' })
  }
  return found
}
