import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { accessibilityTree } from './accessibility-tree.ts'
import { createPictureComparer, type PictureComparer } from './compare-pictures.ts'
import { ACCESS_PAGE, LAYOUTS, picturePath, RING_SCENE, type KeptLayouts } from './kept.ts'
import { layoutChanges, readLayout } from './layout.ts'
import { looksToCompare, PICTURED_LOOKS } from './looks.ts'
import { differenceOf, readMachine } from './machine.ts'
import { WINDOW_SIZE, type Scene } from './scene.ts'
import { ALL_SCENES } from './scenes/all-scenes.ts'
import { openWindowPage, type WindowPage } from './window-page.ts'

const ARTIFACTS = join(import.meta.dirname, '.artifacts')
const MOST_PIXELS = 12 // of 235,200; a changed digit is more
const AGAIN = 'If it should look so, `npm run screenshots` takes the pictures anew.'

describe('the window, compared with its pictures', () => {
  let window: WindowPage
  let comparer: PictureComparer
  let kept: KeptLayouts
  /** Why pixels can't be compared here; null when they can. */
  let otherwise: string | null

  beforeAll(async () => {
    await buildIfStale()
    await rm(ARTIFACTS, { recursive: true, force: true })
    kept = JSON.parse(await readFile(LAYOUTS, 'utf8')) as KeptLayouts
    window = await openWindowPage()
    comparer = await createPictureComparer(window.browser)
    await window.show(ALL_SCENES[0]!, PICTURED_LOOKS[0]![1])
    otherwise = differenceOf(await readMachine(window.page, window.browser.version()), kept.machine)
    if (otherwise !== null)
      console.warn(`Pixels can't be compared: ${otherwise}. The layouts are compared in their place.`)
  })
  afterAll(async () => window.close())

  it.each(ALL_SCENES.map((scene, number) => [scene.name, scene, number] as const))(
    '%s looks as it did',
    async (_name, scene, number) => {
      const changes: string[] = []
      for (const [index, [name, look]] of looksToCompare(number).entries()) {
        await (index === 0 ? window.show(scene, look) : window.restyle(look))
        if (otherwise === null) changes.push(...(await pixelChanges(scene, name)))
        else if (index === 0)
          changes.push(
            ...layoutChanges(
              kept.layouts[scene.name] ?? [],
              await readLayout(window.page),
              WINDOW_SIZE.width,
            ),
          )
      }
      expect(changes, AGAIN).toEqual([])
    },
  )

  it('has one name for each scene', () => {
    const names = ALL_SCENES.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('has no picture and no layout of a scene that is gone', () => {
    expect(Object.keys(kept.layouts).sort()).toEqual(ALL_SCENES.map(({ name }) => name).sort())
  })

  it('would see a word that changed, a button that went, and a card that moved', async () => {
    const [scene] = ALL_SCENES.filter(({ name }) => name === RING_SCENE)
    await window.show(scene!, PICTURED_LOOKS[0]![1])
    const before = { picture: await window.picture(), layout: await readLayout(window.page) }
    expect(await comparer.compare(before.picture, before.picture)).toBeNull()
    await window.page.evaluate(() => {
      document.querySelector('h3')!.textContent = '072-277-6773'
    })
    expect((await comparer.compare(before.picture, await window.picture()))?.pixels).toBeGreaterThan(
      MOST_PIXELS,
    )
    await window.page.evaluate(() =>
      document.querySelector<HTMLElement>('article')!.style.setProperty('margin', '9px'),
    )
    const moved = await readLayout(window.page)
    const sameNames = before.layout.map(({ what }, index) => ({ ...moved[index]!, what }))
    expect(layoutChanges(before.layout, sameNames, WINDOW_SIZE.width)).not.toEqual([])
    expect(layoutChanges(before.layout, moved.slice(1), WINDOW_SIZE.width)).not.toEqual([])
  })

  it('gives a screen reader the tree that docs/accessibility.md shows', async () => {
    const [scene] = ALL_SCENES.filter(({ name }) => name === RING_SCENE)
    await window.show(scene!, PICTURED_LOOKS[0]![1])
    expect(await readFile(ACCESS_PAGE, 'utf8'), AGAIN).toContain(await accessibilityTree(window.page))
  })

  /** A sentence where too much differs; the difference is written beside the test. */
  async function pixelChanges(scene: Scene, look: string): Promise<readonly string[]> {
    const expected = await readFile(picturePath(scene, look)).catch(() => null)
    if (expected === null) return [`${look}: there is no picture of it yet`]
    const difference = await comparer.compare(expected, await window.picture())
    if (difference === null || difference.pixels <= MOST_PIXELS) return []
    const path = join(ARTIFACTS, `${scene.name}-${look}.png`)
    await mkdir(ARTIFACTS, { recursive: true })
    await writeFile(path, difference.picture)
    return [`${look}: ${difference.pixels} pixels differ; was, is and the difference: ${path}`]
  }
})
