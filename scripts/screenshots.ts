/**
 * `npm run screenshots`: every view in every state and look, into pictures/. With `--docs`: only the pictures in the
 * docs that no longer match the window; with `--demo`: the demo's desktop, which is different each time.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startDesktop } from '../tests/e2e/desktop.ts'
import { pictureDifference } from '../tests/visual/compare-pictures.ts'
import { DOCS_FOLDER, DOCS_PICTURES } from '../tests/visual/docs-pictures.ts'
import { PICTURED_LOOKS } from '../tests/visual/looks.ts'
import { ALL_SCENES } from '../tests/visual/scenes/all-scenes.ts'
import { openWindowPage, type WindowPage } from '../tests/visual/window-page.ts'
import { given } from './command/given.ts'
import { buildIfStale } from './start/build-if-stale.ts'

const ROOT = join(import.meta.dirname, '..')
const PICTURES = join(ROOT, 'pictures')
const SETTLE_MS = 3_000 // a few calls, and the animation of their cards

const {
  docs: toDocs,
  demo: toDemo,
  of = '',
} = given({
  name: 'screenshots',
  does: 'Takes pictures of every view in every state and look, into pictures/.',
  flags: {
    docs: {
      type: 'boolean',
      does: 'the pictures of the docs instead, where they no longer match the window',
    },
    of: { type: 'string', takes: 'TEXT', does: 'only views whose name contains it, such as history' },
    demo: { type: 'boolean', does: 'the demo’s desktop instead, which is different each time' },
  },
}).values
await buildIfStale()
if (toDemo === true) await demo()
if (toDocs === true) await inWindow(docs)
if (toDemo !== true && toDocs !== true) await inWindow(everything)

async function inWindow(take: (window: WindowPage) => Promise<void>): Promise<void> {
  const window = await openWindowPage()
  try {
    await take(window)
  } finally {
    await window.close()
  }
}

async function everything(window: WindowPage): Promise<void> {
  await rm(PICTURES, { recursive: true, force: true })
  await mkdir(PICTURES)
  for (const scene of ALL_SCENES.filter(({ name }) => name.includes(of))) {
    for (const [index, [name, look]] of Object.entries(PICTURED_LOOKS).entries()) {
      await (index === 0 ? window.show(scene, look) : window.restyle(look))
      await writeFile(join(PICTURES, `${scene.name}-${name}.png`), await window.picture())
    }
  }
}

async function docs(window: WindowPage): Promise<void> {
  await mkdir(DOCS_FOLDER, { recursive: true })
  for (const { scene, look, path } of DOCS_PICTURES) {
    await window.show(scene, look)
    const [before, now] = [await readFile(path).catch(() => null), await window.picture()]
    if (before === null || pictureDifference(before, now) !== null) await writeFile(path, now)
  }
}

async function demo(): Promise<void> {
  const desk = await startDesktop({ demo: true, viewport: { width: 1000, height: 680 } })
  await desk.openWindow()
  await desk.window.getByRole('article').first().waitFor()
  await wait(SETTLE_MS)
  await desk.picture('desktop', join(ROOT, 'docs/demo.png'))
  await desk.end()
}
