import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DryPop } from '../../core/crm/decide-pops.ts'
import { en } from '../../core/words/en.ts'
import { createWindowMask } from '../../electron/main/window/window-mask.ts'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { aSettingsView, aState, aTeam } from '../../src/testing/samples.ts'
import { AROUND_SCENES } from '../visual/scenes/around-scenes.ts'
import { CALLS_SCENES } from '../visual/scenes/calls-scenes.ts'
import { HISTORY_SCENES } from '../visual/scenes/history-scenes.ts'
import { RECORDING_SCENES } from '../visual/scenes/recording-scenes.ts'
import { OUTGOING_SCENES } from '../visual/scenes/outgoing-scenes.ts'
import { TEMPLATE_SCENES } from '../visual/scenes/template-scenes.ts'
import type { Played, Scene } from '../visual/scene.ts'
import { openWindowPage, type WindowPage } from '../visual/window-page.ts'

const LOOK = { theme: 'light', language: 'en' } as const
const SETTINGS = [...TEMPLATE_SCENES, ...OUTGOING_SCENES].filter(({ name }) =>
  ['template-editor', 'pages-rules'].includes(name),
)
const SCENES = [...CALLS_SCENES, ...RECORDING_SCENES, ...AROUND_SCENES, ...HISTORY_SCENES]

/** Every caller's number in every format, every name, and every note of the scenes. */
const NUMBERS = /277-?\s?6772|722776772|501234567|050-123|50 123 4567|7946|2079460958|900-?\s?1234|39001234/
const NAMES = /Noa\b|Cohen|נועה|כהן|Brightwater|Dana|Levi|Yael|Amir|Katz|ליאור|Konstantinos|Sales line|quote/

const LEFT = new RegExp(`.{0,60}(${NUMBERS.source}|${NAMES.source}).{0,20}`)

/** These show or search callers on purpose: if that can't be hidden, it isn't offered. */
const NEEDS_A_NUMBER = new Set(['history-forget', 'history-not-deleted', 'history-nothing-found'])

/** Main's responses in a scene, hidden from a certain moment on. */
function hidingMain({ main = {} }: Scene): { readonly answers: Played; readonly hide: () => void } {
  let isOn = false
  const { state, history, team } = createWindowMask({ isOn: () => isOn, words: () => en })
  return {
    hide: () => (isOn = true),
    answers: {
      ...main,
      'state:read': () => ({ ...state((main['state:read'] ?? aState)()), revision: isOn ? 9 : 1 }),
      'history:read': (request) => history(request, main['history:read'] ?? NOTHING),
      'team:read': () => team((main['team:read'] ?? aTeam)()),
      // Main shows the last call in none of these while numbers and names are hidden.
      'template:preview': () => ({
        errors: [],
        result: { kind: 'text', text: isOn ? 'a sample' : '072-277-6772' },
        sample: isOn,
      }),
      'page:dry-run': () => ({
        problems: [],
        refusals: {},
        sample: isOn,
        pops: [pop(isOn ? 'x' : '0722776772')],
      }),
    },
  }
}

const NOTHING = () => ({ calls: [], next: null })
const pop = (number: string): DryPop => ({
  rule: 'Customer card',
  on: 'ringing',
  unfit: null,
  pop: { kind: 'opens', rule: 'Customer card', url: `https://crm.example.com/${number}` },
})

describe('with privacy on', () => {
  let window: WindowPage
  beforeAll(async () => {
    await buildIfStale()
    window = await openWindowPage()
  })
  afterAll(async () => window.close())

  const page = (): Promise<string> =>
    window.page.evaluate(() => {
      const typed = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
        (one) => one.value,
      )
      // The list of number formats contains an example number, which isn't a caller's.
      const shown = document.documentElement.outerHTML.replaceAll(/<option [^>]*>[^<]*/g, '')
      return [document.title, shown, ...typed].join('\n')
    })
  const markup = async (scene: Scene): Promise<string> => {
    await window.show(scene, LOOK)
    return page()
  }
  const push = (channel: string, value: unknown): Promise<void> =>
    window.page.evaluate(
      (said) => void Reflect.apply(Reflect.get(globalThis, 'pushToWindow') as () => unknown, null, said),
      [channel, value],
    )
  const hidden = (scene: Scene): Scene => ({ ...scene, settings: { ...scene.settings, privacy: true } })

  it.each(
    SCENES.filter(({ name }) => !NEEDS_A_NUMBER.has(name)).map((scene) => [scene.title, scene] as const),
  )('no number, name or note is on the page: %s', async (_title, scene) => {
    const html = await markup(hidden(scene))
    expect(html).toContain('Privacy: numbers, names and notes hidden')
    expect(html).not.toMatch(NUMBERS)
    expect(html).not.toMatch(NAMES)
  })

  it.each([...SCENES, ...SETTINGS].map((scene) => [scene.title, scene] as const))(
    'nothing of it is left on the page once privacy is turned on: %s',
    async (_title, scene) => {
      const main = hidingMain(scene)
      await window.show({ ...scene, main: main.answers }, LOOK)
      main.hide()
      const settings = { ...scene.settings, ...LOOK, privacy: true }
      await push('settings', { ...aSettingsView(scene.account, settings), revision: 9 })
      await push('state', main.answers['state:read']?.())
      await window.page.getByText('Privacy: numbers, names and notes hidden').waitFor()
      await expect.poll(async () => LEFT.exec(await page())?.[0] ?? 'nothing').toBe('nothing')
    },
  )

  it('the search finds it when privacy is off', async () => {
    const history = SCENES.find(({ name }) => name === 'history')!
    const html = await markup(history)
    expect(html).toMatch(NUMBERS)
    expect(html).toMatch(NAMES)
  })

  it('nobody can be searched for', async () => {
    const history = SCENES.find(({ name }) => name === 'history')!
    expect(await markup(history)).toContain('type="search"')
    const html = await markup(hidden(history))
    expect(html).not.toContain('type="search"')
    expect(html).toContain('Search is off while privacy is on')
  })

  it('a caller whose number is hidden can’t be deleted, nor a note overwritten', async () => {
    const opened = SCENES.find(({ name }) => name === 'history-call')!
    const html = await markup(hidden(opened))
    expect(html).not.toContain('Delete this caller')
    expect(html).toContain('Notes are hidden while privacy is on.')
    expect(await markup(opened)).toContain('Delete this caller')
  })
})
