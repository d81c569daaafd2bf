import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../core/words/languages.ts'
import { CHOICES } from '../../core/words/testing/choices.ts'
import { sentencesOf } from '../../core/words/testing/sentences.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { measureText } from './measure-text.ts'
import type { Look, Scene } from './scene.ts'
import { ALL_SCENES } from './scenes/all-scenes.ts'
import { openWindowPage, type WindowPage } from './window-page.ts'

/** Widths in CSS pixels and text scales: the narrowest that WCAG asks for, the window's own and more, and large text. */
const SIZES = [
  { width: 320, textScale: 1 },
  { width: 392, textScale: 1 },
  { width: 420, textScale: 2 },
  { width: 320, textScale: 2 },
] as const
const TONGUES = ['pseudo-ltr', 'pseudo-rtl', ...LANGUAGES.filter((code) => code !== 'en')] as const
type Tongue = (typeof TONGUES)[number]

/** All of them take minutes; else the scenes take turns with the languages. */
const everything = process.env['RINGSIDE_MEASURE'] === 'all'

describe('text in every language', () => {
  let window: WindowPage

  beforeAll(async () => {
    await buildIfStale()
    const script = await builtPseudoWords()
    // The pseudo-languages take the place of English, so that nothing of them ships.
    window = await openWindowPage({
      replace: (edition, path) =>
        edition.startsWith('pseudo-') && /^assets\/en-.*\.js$/.test(path)
          ? `${script}\nconst spoken = pseudoWords('${edition.slice(-3)}')\nexport { spoken as en }`
          : null,
    })
  })
  afterAll(async () => window.close())

  async function measure(
    scene: Scene,
    spoken: Tongue,
    sizes: readonly (typeof SIZES)[number][],
  ): Promise<readonly string[]> {
    const look: Look =
      spoken === 'pseudo-ltr' || spoken === 'pseudo-rtl'
        ? { theme: 'light', language: 'en', edition: spoken }
        : { theme: 'light', language: spoken }
    await window.show(scene, look)
    const found: string[] = []
    for (const size of sizes) {
      await window.page.setViewportSize({ width: size.width, height: 600 })
      await window.restyle({ ...look, ...size })
      const told = `${spoken}, ${size.width} px, text × ${size.textScale}`
      found.push(...(await measureText(window.page)).map((one) => `${told}: ${one}`))
    }
    return found
  }

  it.each(ALL_SCENES.map((scene, number) => [scene.title, scene, number] as const))(
    'is not cut off, not over other text and not out of the window: %s',
    async (_title, scene, number) => {
      const tongues = everything ? TONGUES : [TONGUES[number % TONGUES.length]!]
      const found: string[] = []
      for (const spoken of tongues) found.push(...(await measure(scene, spoken, SIZES)))
      expect(found).toEqual([])
    },
  )

  it.each(['he', 'ar'] as const)(
    'reads numbers, ids and times from left to right in each sentence of %s',
    async (code) => {
      const said = sentencesOf(wordsFor(code, []), CHOICES)
        .filter(({ put }) => put.length > 0)
        .map(({ key, text, put }) => ({
          key,
          text: PUT.reduce((one, part, place) => one.replaceAll(`#${place}#`, part), text),
          parts: put.map((one) => PUT[Number(one[1])]!),
        }))
      expect(said.length).toBeGreaterThan(100)
      expect(await window.page.evaluate(turnedParts, said)).toEqual([])
      const open = [{ key: 'open', text: 'מספר +972 72 277 6772', parts: ['+972 72 277 6772'] }]
      expect(await window.page.evaluate(turnedParts, open)).not.toEqual([])
    },
  )

  it('would be found if it were', async () => {
    await window.show(ALL_SCENES[0]!, { theme: 'light', language: 'en' })
    await window.page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        `<div class="cut">some text that is longer</div><p class="one">one</p><p class="upon">upon</p><p class="far">far</p>`,
      )
      for (const [name, style] of [
        ['cut', 'inline-size: 40px; overflow: hidden; white-space: nowrap'],
        ['one', 'position: absolute; inset: 40px auto auto 40px'],
        ['upon', 'position: absolute; inset: 42px auto auto 44px'],
        ['far', 'position: absolute; inset: 80px auto auto 600px'],
      ] as const)
        document.querySelector<HTMLElement>(`.${name}`)!.style.cssText = style
    })
    const found = (await measureText(window.page)).join('\n')
    expect(found).toContain('clipped at its side: cut')
    expect(found).toMatch(/overlap: one.* and upon/)
    expect(found).toContain('out of the window: far')
  })
})

const PUT = ['+972 72 277 6772', '03-900-1234 10:42', 'aB3xSIP7/2026-03'] as const

/** Runs inside the page: the parts whose characters do not stand from left to right in their right-to-left sentence. */
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

/** The pseudo-languages as a script. */
async function builtPseudoWords(): Promise<string> {
  const entry = join(import.meta.dirname, 'pseudo-words.ts')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] }, target: 'esnext' },
  })
  const first = [built].flat()[0]
  if (first === undefined || !('output' in first)) throw new Error('the pseudo-languages were not built')
  return first.output[0].code
}
