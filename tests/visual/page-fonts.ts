import type { Page } from 'playwright-core'

export interface FontWatch {
  /** Letters and elements on the page that are shown in a font of this machine, in words. */
  troubles(): Promise<readonly string[]>
}

/** Checks that no text falls back to the system's fonts, so that it is equally wide on every machine. */
export async function createFontWatch(page: Page): Promise<FontWatch> {
  const session = await page.context().newCDPSession(page)
  /** Letters found in the test fonts. */
  const known = new Set<string>()

  /** Names of the machine's fonts that Chromium uses for these letters. */
  async function systemFonts(letters: string): Promise<readonly string[]> {
    const id = 'letters-of-the-page'
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    await page.evaluate(writeLetters, { id, letters })
    const { root } = await session.send('DOM.getDocument', { depth: 0 })
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: `#${id}` })
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    await page.evaluate((gone) => document.getElementById(gone)?.remove(), id)
    await session.send('CSS.disable')
    await session.send('DOM.disable')
    return fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName)
  }

  return {
    async troubles() {
      const { letters, strays } = await page.evaluate(readLetters)
      const fresh = letters.filter((letter) => !known.has(letter))
      const found = strays.map((stray) => `not in a font of the tests: ${stray}`)
      if (fresh.length > 0 && (await systemFonts(fresh.join(' '))).length > 0) {
        for (const letter of fresh) {
          const fonts = await systemFonts(letter)
          if (fonts.length > 0)
            found.push(`“${letter}” is in none of the fonts of the tests, but in ${fonts.join()}`)
          else known.add(letter)
        }
      } else for (const letter of fresh) known.add(letter)
      return found
    },
  }
}

async function writeLetters({ id, letters }: { id: string; letters: string }): Promise<void> {
  const line = document.createElement('p')
  line.id = id
  line.textContent = letters
  document.body.append(line)
  line.getBoundingClientRect()
  await document.fonts.ready
}

/** Runs inside the page, so it can't use anything from outside: each letter once, and what is shown in another font. */
function readLetters(): { readonly letters: readonly string[]; readonly strays: readonly string[] } {
  const OF_TESTS = /^"Noto Sans( Mono)? Variable"/
  const letters = new Set<string>()
  const holders = new Set<Element>(document.querySelectorAll('textarea, select, input'))
  for (const box of document.querySelectorAll('[type="checkbox"], [type="radio"], [type="range"]'))
    holders.delete(box)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const letter of node.nodeValue ?? '') letters.add(letter)
    if (node.parentElement !== null) holders.add(node.parentElement)
  }
  const strays = [...holders]
    .map((at) => ({ at, family: getComputedStyle(at).fontFamily }))
    .filter(({ family }) => !OF_TESTS.test(family))
    .map(({ at, family }) => `${[at.localName, ...at.classList].join('.')}, ${family}`)
  return {
    letters: [...letters].filter((letter) => /[^\s\p{Cf}]/u.test(letter)),
    strays: [...new Set(strays)],
  }
}
