import { LANGUAGES } from '../../core/words/languages.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { AXE_SCRIPT, axeViolations } from './axe-violations.ts'
import { brokenWords } from './broken-words.ts'
import { looksToJudge } from './looks.ts'
import { measureLayout } from './measure-layout.ts'
import { measureText } from './measure-text.ts'
import { mirrorTroubles, readBlocks, type Blocks } from './mirror.ts'
import { createFontWatch } from './page-fonts.ts'
import { readText } from './page-text.ts'
import { buildPseudoWords } from './pseudo-edition.ts'
import type { Look, Scene } from './scene.ts'
import { ALL_SCENES } from './scenes/all-scenes.ts'
import { SAID } from './scenes/said.ts'
import { openWindowPage, type WindowPage } from './window-page.ts'

const SAID_MS = 10_000 // for a busy machine

/** Widths in CSS pixels and text scales: the narrowest width that WCAG requires, and large text. */
const SIZES = [
  { width: 320, textScale: 1 },
  { width: 420, textScale: 2 },
  { width: 320, textScale: 2 },
] as const
const PSEUDO_LANGUAGES = ['pseudo-ltr', 'pseudo-rtl'] as const
const TONGUES: readonly string[] = [...PSEUDO_LANGUAGES, ...LANGUAGES.filter((code) => code !== 'en')]
/** Measures every scene in every language, which takes minutes; otherwise the scenes take turns with the languages. */
const everything = process.env['RINGSIDE_MEASURE'] === 'all'

export interface SceneJudge {
  readonly window: WindowPage
  /** What is wrong with a scene in any of the looks in which it is judged, in words. */
  judge(scene: Scene): Promise<readonly string[]>
  /**
   * What is wrong with the page in its current state. `english`: its blocks when it was in English. `patience`: how
   * long to wait for its sentences, in milliseconds.
   */
  troublesOf(scene: Scene, look: Look, english: Blocks | null, patience?: number): Promise<readonly string[]>
  close(): Promise<void>
}

/** Opens a window and judges scenes in it: layout, text, fonts, mirroring and accessibility. */
export async function openSceneJudge(): Promise<SceneJudge> {
  await buildIfStale()
  const script = await buildPseudoWords()
  const window = await openWindowPage({
    scripts: [AXE_SCRIPT],
    // The pseudo-languages replace English in the tested build only, so that nothing of them ships.
    replace: (edition, path) =>
      edition.startsWith('pseudo-') && /^assets\/en-.*\.js$/.test(path)
        ? `${script}\nconst spoken = pseudoWords('${edition.slice(-3)}')\nexport { spoken as en }`
        : null,
  })
  const fonts = await createFontWatch(window.page)

  /** Sentences that the page hasn't shown by the end of the wait: some appear a moment after typing. */
  async function unsaid(sentences: readonly string[], patience: number): Promise<readonly string[]> {
    const until = Date.now() + patience
    for (;;) {
      const text = await readText(window.page)
      const missing = sentences.filter((sentence) => !text.includes(sentence))
      if (missing.length === 0 || Date.now() > until) return missing
    }
  }

  async function troublesOf(
    scene: Scene,
    { language }: Look,
    english: Blocks | null,
    patience = SAID_MS,
  ): Promise<readonly string[]> {
    const words = wordsFor(language, [])
    const isMirrored = words.direction === 'rtl' && english !== null
    const sentences = SAID[scene.name]?.(words) ?? ['anything: it is not in said.ts']
    return [
      ...(await unsaid(sentences, patience)).map((sentence) => `not said: ${sentence}`),
      ...(await measureLayout(window.page)),
      ...(await measureText(window.page)),
      ...(await brokenWords(window.page)),
      ...(await fonts.troubles()),
      ...(isMirrored ? mirrorTroubles(english, await readBlocks(window.page)) : []),
      ...(await axeViolations(window.page, english !== null)),
    ]
  }

  /** What is wrong with the text at every size, in words. */
  async function troublesAtSizes(look: Look): Promise<readonly string[]> {
    const found: string[] = []
    for (const size of SIZES) {
      await window.resize({ ...look, ...size })
      const troubles = await measureText(window.page)
      found.push(...troubles.map((one) => `${size.width} px, text × ${size.textScale}: ${one}`))
    }
    await window.resize(look)
    return found
  }

  async function judge(scene: Scene): Promise<readonly string[]> {
    const number = ALL_SCENES.indexOf(scene)
    const measured = everything ? TONGUES : [TONGUES[number % TONGUES.length]]
    const found: string[] = []
    let english: Blocks | null = null
    for (const look of looksToJudge(number)) {
      await (english === null ? window.show(scene, look) : window.restyle(look))
      const troubles = [
        ...(await troublesOf(scene, look, english)),
        ...(measured.includes(look.language) ? await troublesAtSizes(look) : []),
      ]
      found.push(...troubles.map((trouble) => `${look.theme}, ${look.language}: ${trouble}`))
      english ??= await readBlocks(window.page)
    }
    for (const edition of PSEUDO_LANGUAGES.filter((one) => measured.includes(one))) {
      const look: Look = { theme: 'light', language: 'en', edition }
      await window.show(scene, look)
      const troubles = [...(await measureText(window.page)), ...(await troublesAtSizes(look))]
      found.push(...troubles.map((trouble) => `${edition}: ${trouble}`))
    }
    return found
  }

  return { window, judge, troublesOf, close: window.close }
}
