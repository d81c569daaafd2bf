/** `npm run screenshots`: every view and state of the window, and the demo's desktop, into docs. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startDesktop } from '../tests/e2e/desktop.ts'
import { LAYOUTS, picturePath, PICTURES, type KeptLayouts } from '../tests/visual/kept.ts'
import { readLayout } from '../tests/visual/layout.ts'
import { PICTURED_LOOKS } from '../tests/visual/looks.ts'
import { popupPictures } from '../tests/visual/popup-pictures.ts'
import { readMachine } from '../tests/visual/machine.ts'
import { ALL_SCENES } from '../tests/visual/scenes/all-scenes.ts'
import { openWindowPage } from '../tests/visual/window-page.ts'
import { buildIfStale } from './start/build-if-stale.ts'
import { keepAccessTree } from './screenshots/keep-access-tree.ts'
import { screenshotsPage } from './screenshots/screenshots-page.ts'

const DOCS = join(import.meta.dirname, '../docs')
const SETTLE_MS = 3_000 // a few calls, and their cards' way in

await buildIfStale()
await window()
await popupPictures()
if (process.argv.includes('--demo')) await demo()

async function window(): Promise<void> {
  await mkdir(PICTURES, { recursive: true })
  await mkdir(dirname(LAYOUTS), { recursive: true })
  const shown = await openWindowPage()
  const taken = new Set<string>()
  const layouts: Record<string, KeptLayouts['layouts'][string]> = {}
  for (const scene of ALL_SCENES) {
    for (const [index, [name, look]] of PICTURED_LOOKS.entries()) {
      await (index === 0 ? shown.show(scene, look) : shown.restyle(look))
      const path = picturePath(scene, name)
      await writeFile(path, await shown.picture())
      taken.add(basename(path))
      if (index === 0) layouts[scene.name] = await readLayout(shown.page)
    }
  }
  await keepAccessTree(shown)
  const machine = await readMachine(shown.page, shown.browser.version())
  await writeFile(LAYOUTS, layoutsText({ machine, layouts }))
  await writeFile(join(PICTURES, 'README.md'), screenshotsPage(ALL_SCENES, PICTURED_LOOKS))
  await shown.close()
  // Of scenes that are gone.
  for (const file of await readdir(PICTURES))
    if (file.endsWith('.png') && !taken.has(file)) await rm(join(PICTURES, file))
}

/** The whole desktop, a few seconds into the demo; another each time, since it lives. */
async function demo(): Promise<void> {
  const desk = await startDesktop({ demo: true, viewport: { width: 1000, height: 680 } })
  await desk.openWindow()
  await desk.window.getByRole('article').first().waitFor()
  await wait(SETTLE_MS)
  await desk.picture('desktop', join(DOCS, 'demo.png'))
  await desk.end()
}

/** One box a line, so that a change is read as one. */
function layoutsText(kept: KeptLayouts): string {
  const box = /\{\n\s+"what": (.*),\n\s+"x": (.*),\n\s+"width": (.*)\n\s+\}/g
  return `${JSON.stringify(kept, null, 1).replaceAll(box, '{ "what": $1, "x": $2, "width": $3 }')}\n`
}
