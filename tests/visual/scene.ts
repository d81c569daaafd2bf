import type { SettingsView } from '../../core/contract.ts'
import type { Settings } from '../../core/settings/settings.ts'
import type { fakeCompanion } from '../../src/testing/fake-companion.ts'

/** One view in one state, as data: what main answers, and what is pressed to get there. */
export interface Scene {
  /** Of its pictures' files. */
  readonly name: string
  /** What it shows, for the index of pictures. */
  readonly title: string
  /** The ring popup's page; the window's when left out. */
  readonly page?: 'popup'
  /** What main answers; the rest as in a quiet, live account. */
  readonly main?: Played
  readonly settings?: Partial<Settings>
  readonly account?: Partial<SettingsView>
  /** Fields to fill and things to press, as CSS selectors, so that it works in every language. */
  readonly steps?: readonly Step[]
}

/** Main's answers by channel. */
export type Played = NonNullable<Parameters<typeof fakeCompanion>[0]>

/** `see` waits until it is there: for what comes after a pause in typing. */
export type Step =
  | { readonly press: string }
  | { readonly fill: string; readonly text: string }
  | { readonly see: string }

/** How a scene is looked at. */
export interface Look {
  readonly theme: Settings['theme']
  readonly language: Settings['language']
  /** CSS pixels; the window's own size when left out. */
  readonly width?: number
  /** Of what is built, where a test replaces files of it. */
  readonly edition?: string
  /** 2 is text at 200 %. */
  readonly textScale?: number
}

export const WINDOW_SIZE = { width: 392, height: 600 } // as the window opens, and as the target is drawn
export const POPUP_WIDTH = 348 // as the popup comes up
