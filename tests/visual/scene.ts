import type { SettingsView } from '../../core/contract.ts'
import type { Settings } from '../../core/settings/settings.ts'
import type { fakeCompanion } from '../../src/testing/fake-companion.ts'

/** One view in one state, as data: main's responses, and what is pressed to get there. */
export interface Scene {
  /** The start of its pictures' file names. */
  readonly name: string
  /** What it shows, for the index of pictures. */
  readonly title: string
  /** The ring popup's page; default: the window's. */
  readonly page?: 'popup'
  /** The window is folded to a strip. */
  readonly folded?: true
  /** Main's responses; the rest is as in a quiet, live account. */
  readonly main?: Played
  readonly settings?: Partial<Settings>
  readonly account?: Partial<SettingsView>
  /** Fields to fill and things to press, as CSS selectors, so that it works in every language. */
  readonly steps?: readonly Step[]
}

/** Main's responses by channel. */
export type Played = NonNullable<Parameters<typeof fakeCompanion>[0]>

/** `see` waits until it appears: for what comes after a pause in typing. */
export type Step =
  | { readonly press: string }
  | { readonly fill: string; readonly text: string }
  | { readonly see: string }

/** The conditions under which a scene is viewed. */
export interface Look {
  readonly theme: Settings['theme']
  readonly language: Settings['language']
  /** CSS pixels; default: the window's own size. */
  readonly width?: number
  /** The edition of the build, for tests that replace some of its files. */
  readonly edition?: string
  /** 2 is text at 200 %. */
  readonly textScale?: number
}

export const WINDOW_SIZE = { width: 392, height: 600 } // the size at which the window opens, and of the design
export const POPUP_WIDTH = 348 // the size at which the popup opens
