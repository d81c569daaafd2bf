import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHOICES } from '../../core/words/testing/choices.ts'
import { sentencesOf } from '../../core/words/testing/sentences.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { openWindowPage, type WindowPage } from './window-page.ts'
import { ALL_SCENES } from './scenes/all-scenes.ts'

describe('right-to-left sentences', () => {
  let window: WindowPage

  beforeAll(async () => {
    await buildIfStale()
    window = await openWindowPage()
    await window.show(ALL_SCENES[0]!, { theme: 'light', language: 'he' })
  })
  afterAll(async () => window.close())

  it.each(['he', 'ar'] as const)(
    'show numbers, ids and times from left to right in each sentence of %s',
    async (code) => {
      const said = sentencesOf(wordsFor(code, []), CHOICES)
        .filter(({ put }) => put.length > 0)
        .map(({ key, text, put }) => ({
          key,
          text: PUT.reduce((one, part, index) => one.replaceAll(`#${index}#`, part), text),
          parts: put.map((one) => PUT[Number(one[1])]!),
        }))
      expect(said.length).toBeGreaterThan(100)
      expect(await window.page.evaluate(turnedParts, said)).toEqual([])
      const open = [{ key: 'open', text: 'מספר +972 72 277 6772', parts: ['+972 72 277 6772'] }]
      expect(await window.page.evaluate(turnedParts, open)).not.toEqual([])
    },
  )
})

const PUT = ['+972 72 277 6772', '03-900-1234 10:42', 'aB3xSIP7/2026-03'] as const

/** Runs inside the page: the parts of a right-to-left sentence whose characters aren't shown from left to right. */
function turnedParts(
  said: readonly { readonly key: string; readonly text: string; readonly parts: readonly string[] }[],
): readonly string[] {
  const line = document.body.appendChild(document.createElement('p'))
  line.dir = 'rtl'
  line.style.cssText = 'inline-size: 4000px; white-space: nowrap'
  const turned = said.flatMap(({ key, text, parts }) => {
    line.textContent = text
    const range = document.createRange()
    return parts
      .filter((part) => {
        const from = text.indexOf(part)
        const lefts = Array.from(part, (_, at) => {
          range.setStart(line.firstChild!, from + at)
          range.setEnd(line.firstChild!, from + at + 1)
          return range.getBoundingClientRect().left
        })
        return lefts.some((left, at) => at > 0 && left < lefts[at - 1]!)
      })
      .map((part) => `${key}: ${part}`)
  })
  line.remove()
  return turned
}
