import { readFile, writeFile } from 'node:fs/promises'
import { accessibilityTree } from '../../tests/visual/accessibility-tree.ts'
import { ACCESS_PAGE, RING_SCENE } from '../../tests/visual/kept.ts'
import { PICTURED_LOOKS } from '../../tests/visual/looks.ts'
import { ALL_SCENES } from '../../tests/visual/scenes/all-scenes.ts'
import type { WindowPage } from '../../tests/visual/window-page.ts'

const TREE = /(?<=```text\n)[\s\S]*?(?=\n```)/

/** Puts the accessibility tree of a ring into docs/accessibility.md, in place of the one that stands there. */
export async function keepAccessTree(window: WindowPage): Promise<void> {
  const scene = ALL_SCENES.find(({ name }) => name === RING_SCENE)
  const look = PICTURED_LOOKS[0]?.[1]
  if (scene === undefined || look === undefined) throw new Error(`there is no scene ${RING_SCENE}`)
  await window.show(scene, look)
  const tree = await accessibilityTree(window.page)
  const page = await readFile(ACCESS_PAGE, 'utf8')
  await writeFile(
    ACCESS_PAGE,
    page.replace(TREE, () => tree),
  )
}
