import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { ALL_SCENES } from '../visual/scenes/all-scenes.ts'
import type { Look, Scene } from '../visual/scene.ts'
import { openWindowPage, type WindowPage } from '../visual/window-page.ts'
import { looksToJudge } from '../visual/looks.ts'

/** WCAG 2.2 A and AA, and what axe itself thinks good practice; targets of at least 24 px are off by default. */
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

const TARGETS = { 'target-size': { enabled: true } }

/** All rules at first; then what another theme can change, its colours, and what another language can, all but those. */
function rulesFor({ language }: Look, index: number): object {
  if (index === 0) return { ...RULES, rules: TARGETS }
  if (language === 'en') return { runOnly: ['color-contrast'] }
  return { ...RULES, rules: { ...TARGETS, 'color-contrast': { enabled: false } } }
}

describe('axe in Chromium', () => {
  let window: WindowPage
  beforeAll(async () => {
    await buildIfStale()
    window = await openWindowPage([axe.source])
  })
  afterAll(async () => window.close())

  async function violations(asked: object = { ...RULES, rules: TARGETS }): Promise<readonly string[]> {
    return window.page.evaluate(async (options) => {
      const { run } = Reflect.get(globalThis, 'axe') as typeof axe
      const found = await run(document, { ...options, resultTypes: ['violations'] })
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
      )
    }, asked)
  }

  async function judge(scene: Scene, looks: readonly Look[]): Promise<readonly string[]> {
    const found: string[] = []
    for (const [index, look] of looks.entries()) {
      await (index === 0 ? window.show(scene, look) : window.restyle(look))
      const told = `${look.theme}, ${look.language}`
      found.push(...(await violations(rulesFor(look, index))).map((one) => `${told}: ${one}`))
    }
    return found
  }

  it.each(ALL_SCENES.map((scene, number) => [scene.title, scene, number] as const))(
    'finds nothing where it shows: %s',
    async (_title, scene, number) => {
      expect(await judge(scene, looksToJudge(number))).toEqual([])
    },
  )

  it('would find a faint text, a small target and a button without a name', async () => {
    await window.show(ALL_SCENES[0]!, { theme: 'light', language: 'en' })
    await window.page.evaluate(() => {
      document
        .querySelector('main')
        ?.insertAdjacentHTML(
          'beforeend',
          '<p id="faint">faint</p><button id="small"></button><button id="beside">x</button>',
        )
      for (const [id, style] of [
        ['faint', 'color: #ccc'],
        ['small', 'inline-size: 10px; block-size: 10px; padding: 0; border: 0'],
        ['beside', 'inline-size: 10px; block-size: 10px; padding: 0; border: 0'],
      ] as const)
        document.getElementById(id)!.style.cssText = style
    })
    const ids = (await violations()).map((one) => one.slice(0, one.indexOf(':')))
    expect(ids).toEqual(expect.arrayContaining(['button-name', 'color-contrast', 'target-size']))
  })
})
