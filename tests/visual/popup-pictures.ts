import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Call } from '../../core/domain.ts'
import { aCall, aState, NOW } from '../../src/testing/samples.ts'
import { createWindowMask } from '../../electron/main/window-mask.ts'
import { wordsFor } from '../../core/words/words.ts'
import { openWindowPage } from './window-page.ts'
import type { Look } from './scene.ts'

const FOLDER = join(import.meta.dirname, '../../docs/popup')
const WIDTH = 348 // as the popup comes up
const ARMED_MS = 700 // its buttons act by then

const one = [aCall()]
const stacked = [
  aCall(),
  aCall({
    ivrid: 'id2',
    phone: { kind: 'withheld', received: 'Anonymous' },
    name: 'תמיכה טכנית',
    startedAt: NOW - 2000,
    phaseSince: NOW - 2000,
  }),
]

const SCENES: readonly (readonly [name: string, calls: readonly Call[], isPrivate: boolean])[] = [
  ['one', one, false],
  ['stacked', stacked, false],
  ['privacy', one, true],
]
const LOOKS: readonly (readonly [name: string, Look])[] = [
  ['light', { theme: 'light', language: 'en' }],
  ['dark', { theme: 'dark', language: 'en' }],
  ['high-contrast', { theme: 'high-contrast', language: 'en' }],
  ['hebrew', { theme: 'light', language: 'he' }],
]

/** The ring popup in its states, into docs/popup. The window must be built. */
export async function popupPictures(): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  const { page, show, picture, close } = await openWindowPage()
  for (const [name, calls, isPrivate] of SCENES) {
    for (const [lookName, look] of LOOKS) {
      const mask = createWindowMask({ isOn: () => isPrivate, words: () => wordsFor(look.language, []) })
      const shown = mask.state(aState({ calls })).watch.calls
      await show(
        {
          name,
          title: name,
          settings: { privacy: isPrivate },
          main: { 'popup:read': () => ({ revision: 1, calls: shown, speaks: true }) },
        },
        look,
      )
      await page.goto(new URL('/popup.html', page.url()).href)
      await page.locator('article').first().waitFor()
      const height = await page.locator('main').evaluate((main) => main.scrollHeight)
      await page.setViewportSize({ width: WIDTH, height })
      await page.waitForTimeout(ARMED_MS)
      await writeFile(join(FOLDER, `${name}-${lookName}.png`), await picture())
    }
  }
  await close()
}
