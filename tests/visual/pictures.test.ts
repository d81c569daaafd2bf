import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { pictureDifference } from './compare-pictures.ts'
import { DOCS_FOLDER, DOCS_PICTURES } from './docs-pictures.ts'
import { openWindowPage, type WindowPage } from './window-page.ts'

const ARTIFACTS = join(import.meta.dirname, '.artifacts')
const [ring] = DOCS_PICTURES
type Change = readonly [what: string, selector: string, change: (at: HTMLElement) => void]

describe('the window, compared with the pictures in the docs', () => {
  let window: WindowPage

  beforeAll(async () => {
    await buildIfStale()
    await rm(ARTIFACTS, { recursive: true, force: true })
    window = await openWindowPage()
  })
  afterAll(async () => window.close())

  it.each(DOCS_PICTURES.map((one) => [basename(one.path), one] as const))(
    'still looks like %s',
    async (name, { scene, look, path }) => {
      await window.show(scene, look)
      const difference = pictureDifference(await readFile(path), await window.picture())
      if (difference === null) return
      await mkdir(ARTIFACTS, { recursive: true })
      await writeFile(join(ARTIFACTS, name), difference.picture)
      expect.fail(
        `${difference.tiles} tiles differ; was, is and the difference: ${join(ARTIFACTS, name)}. ` +
          'If it should look so: npm run screenshots -- --docs',
      )
    },
  )

  it('are complete, without extra ones', async () => {
    const names = DOCS_PICTURES.map(({ path }) => basename(path))
    expect((await readdir(DOCS_FOLDER)).sort()).toEqual(names.sort())
  })

  it.each([
    ['a row moved down', 'article', (at) => void (at.style.marginBlockStart = '4px')],
    ['a button moved aside', 'h3 ~ * button', (at) => void (at.style.translate = '4px')],
    ['a paler color', 'h3', (at) => void (at.style.color = '#555')],
    ['a missing icon', 'header button svg', (at) => at.remove()],
  ] satisfies readonly Change[])('notices %s', async (_what, selector, change) => {
    expect(await changedBy(selector, change)).not.toBeNull()
  })

  it.each([
    ['letters smoothed in another way', 'body', (at) => void (at.style.translate = '0.4px 0.3px')],
    ['a color that was rounded', 'body', (at) => void (at.style.filter = 'brightness(0.99)')],
  ] satisfies readonly Change[])('ignores %s', async (_what, selector, change) => {
    expect(await changedBy(selector, change)).toBeNull()
  })

  async function changedBy(selector: string, change: (at: HTMLElement) => void): Promise<object | null> {
    await window.show(ring!.scene, ring!.look)
    const before = await window.picture()
    await window.page.locator(selector).first().evaluate(change)
    const after = await window.picture()
    expect(after.equals(before)).toBe(false)
    return pictureDifference(before, after)
  }
})
