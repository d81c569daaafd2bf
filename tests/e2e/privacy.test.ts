import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { AROUND_SCENES } from '../visual/scenes/around-scenes.ts'
import { CALLS_SCENES } from '../visual/scenes/calls-scenes.ts'
import { HISTORY_SCENES } from '../visual/scenes/history-scenes.ts'
import { RECORDING_SCENES } from '../visual/scenes/recording-scenes.ts'
import type { Scene } from '../visual/scene.ts'
import { openWindowPage, type WindowPage } from '../visual/window-page.ts'

const LOOK = { theme: 'light', language: 'en' } as const
const SCENES = [...CALLS_SCENES, ...RECORDING_SCENES, ...AROUND_SCENES, ...HISTORY_SCENES]

/** Every caller's number, however written; every name; every note of the scenes. */
const NUMBERS = /277-?\s?6772|722776772|501234567|050-123|50 123 4567|7946|2079460958|900-?\s?1234|39001234/
const NAMES = /Noa\b|Cohen|נועה|כהן|Brightwater|Dana|Levi|Yael|Amir|Katz|ליאור|Konstantinos|Sales line|quote/

/** These show by intent who calls, or look for it: what can't be hidden is then not offered. */
const NEEDS_A_NUMBER = new Set(['history-forget', 'history-nothing-found'])

describe('with privacy on', () => {
  let window: WindowPage
  beforeAll(async () => {
    await buildIfStale()
    window = await openWindowPage()
  })
  afterAll(async () => window.close())

  const markup = async (scene: Scene): Promise<string> => {
    await window.show(scene, LOOK)
    return window.page.evaluate(() => {
      const typed = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
        (one) => one.value,
      )
      return [document.title, document.documentElement.outerHTML, ...typed].join('\n')
    })
  }
  const hidden = (scene: Scene): Scene => ({ ...scene, settings: { ...scene.settings, privacy: true } })

  it.each(
    SCENES.filter(({ name }) => !NEEDS_A_NUMBER.has(name)).map((scene) => [scene.title, scene] as const),
  )('no number, name or note is in the page: %s', async (_title, scene) => {
    const html = await markup(hidden(scene))
    expect(html).toContain('Privacy: numbers, names and notes hidden')
    expect(html).not.toMatch(NUMBERS)
    expect(html).not.toMatch(NAMES)
  })

  it('what is looked for is there when privacy is off', async () => {
    const history = SCENES.find(({ name }) => name === 'history')!
    const html = await markup(history)
    expect(html).toMatch(NUMBERS)
    expect(html).toMatch(NAMES)
  })

  it('nobody can be looked for', async () => {
    const history = SCENES.find(({ name }) => name === 'history')!
    expect(await markup(history)).toContain('type="search"')
    const html = await markup(hidden(history))
    expect(html).not.toContain('type="search"')
    expect(html).toContain('Search is off while privacy is on')
  })

  it('a caller whose number is hidden can’t be forgotten, nor a note written over', async () => {
    const opened = SCENES.find(({ name }) => name === 'history-call')!
    const html = await markup(hidden(opened))
    expect(html).not.toContain('Forget this caller')
    expect(html).toContain('Notes are hidden while privacy is on.')
    expect(await markup(opened)).toContain('Forget this caller')
  })
})
