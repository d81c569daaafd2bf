import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations } from './axe-violations.ts'
import { measureText } from './measure-text.ts'
import { mirrorTroubles, readBlocks } from './mirror.ts'
import type { Look } from './scene.ts'
import { openSceneJudge, type SceneJudge } from './scene-judge.ts'
import { ALL_SCENES } from './scenes/all-scenes.ts'
import { SAID } from './scenes/said.ts'
import type { WindowPage } from './window-page.ts'

const LOOK: Look = { theme: 'light', language: 'en' }
const A_MOMENT = 100 // milliseconds: doesn't wait for a sentence that the page never shows

describe('the scene judge', () => {
  let judge: SceneJudge
  let window: WindowPage

  beforeAll(async () => {
    judge = await openSceneJudge()
    window = judge.window
  })
  afterAll(async () => judge.close())

  it('has a unique name for each scene', () => {
    const names = ALL_SCENES.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(Object.keys(SAID).filter((name) => !names.includes(name))).toEqual([])
  })

  it.each([
    ['out of the window', 'article { inline-size: 420px }'],
    ['scrolls sideways', 'main { overflow-x: auto !important } article { inline-size: 420px }'],
    [
      'cut off at its side',
      'main { overflow: clip !important } h3 ~ * button, header button { translate: 60px }',
    ],
    ['overlap', 'article + article, article { margin-block-end: -30px }'],
    [
      'covered',
      'article { position: relative } article::after { content: ""; position: absolute; inset: 0 }',
    ],
    ['not in a font of the tests', 'h3 { font-family: serif }'],
    ['is in none of the fonts of the tests', 'h3::after { content: "" }', 'נ漢'],
    ['color-contrast', '.header p { color: #ccc }'],
    ['not said', '', '072-277-6773'],
  ] as const)('finds %s', async (what, css, number?: string) => {
    const scene = ALL_SCENES.find(({ name }) => name === 'ringing-and-held')!
    await window.show(scene, LOOK)
    await window.page.evaluate(
      ([rules, text]) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(rules)
        document.adoptedStyleSheets.push(sheet)
        if (text !== null) document.querySelector('h3')!.textContent = text
      },
      [css, number ?? null] as const,
    )
    expect((await judge.troublesOf(scene, LOOK, null, A_MOMENT)).join('\n')).toContain(what)
  })

  it('finds a small target, and a button without a name', async () => {
    await window.show(ALL_SCENES[0]!, LOOK)
    await window.page.locator('main').evaluate((main) => {
      main.insertAdjacentHTML('beforeend', '<button></button><button>x</button>')
      for (const button of main.querySelectorAll<HTMLElement>(':scope > button'))
        button.style.cssText = 'inline-size: 10px; block-size: 10px; padding: 0; border: 0'
    })
    const ids = async (another: boolean) =>
      (await axeViolations(window.page, another)).map((one) => one.slice(0, one.indexOf(':')))
    expect(await ids(false)).toEqual(expect.arrayContaining(['button-name', 'target-size']))
    expect(await ids(true)).toContain('target-size')
  })

  it('finds text that is cut off, over other text or outside the window', async () => {
    await window.show(ALL_SCENES[0]!, LOOK)
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

  it('finds a layout that isn’t mirrored', async () => {
    const scene = ALL_SCENES.find(({ name }) => name === 'ringing-and-held')!
    await window.show(scene, LOOK)
    const english = await readBlocks(window.page)
    await window.restyle({ theme: 'light', language: 'he' })
    expect(mirrorTroubles(english, await readBlocks(window.page))).toEqual([])
    await window.page
      .locator('article')
      .first()
      .evaluate((at) => void (at.style.borderLeft = '9px solid'))
    expect(mirrorTroubles(english, await readBlocks(window.page))).not.toEqual([])
  })

  it('reads a ring to a screen reader in this order', async () => {
    await window.show(
      ALL_SCENES.find(({ name }) => name === 'ringing-and-held')!,
      LOOK,
    )
    expect(await window.page.locator('body').ariaSnapshot()).toMatchInlineSnapshot(`
      "- banner:
        - paragraph: Dana Levi
        - text: SIPSIP2 · Logged in
        - paragraph: live · every 5 s
        - button "Pin on top"
        - button "Hide numbers and names"
        - button "Settings"
      - main:
        - heading "Calls" [level=1]
        - region "Calls now":
          - heading "Calls now" [level=2]
          - article "Ringing 072-277-6772":
            - paragraph: Ringing
            - timer: 0:07
            - heading "072-277-6772" [level=3]
            - button "Copy number": Copy
            - button "More options"
            - paragraph:
              - text: Sales line
              - button "Copy name"
            - paragraph:
              - text: dialled ⁦03-900-1234⁩
              - button "Copy dialled number"
            - paragraph: waited 48 s in ⁨Sales⁩
            - paragraph: 3rd call today — last 12:14 with you, 3 min
            - button "Note and label"
          - article "On hold 050-123-4567":
            - paragraph: On hold
            - timer: 1:32
            - heading "050-123-4567" [level=3]
            - button "Copy number": Copy
            - button "More options"
            - paragraph:
              - text: Noa Cohen
              - button "Copy name"
            - paragraph: incoming · answered 12:27
            - text: Recording muted
            - timer: 0:42
            - button "Resume recording": Resume
            - text: Note
            - textbox "Note"
            - status
            - group "How the call went"
            - status
      - navigation "Views":
        - button "Calls"
        - button "History"
      - alert:
        - paragraph: "Ringing: 072-277-6772, Sales line, dialled 03-900-1234, waited 48 s in ⁨Sales⁩"
      - status"
    `)
  })
})
