import type { en } from './en.ts'

/** Every sentence shown to users. A language that lacks one doesn't compile. */
export type Words = Omit<typeof en, 'direction'> & { readonly direction: 'ltr' | 'rtl' }

/** The sections that the window never shows: its build leaves them out. */
export const MAIN_ONLY = ['export', 'stay', 'terminal'] as const

/** The sections that the window can show. */
export type WindowWords = Omit<Words, (typeof MAIN_ONLY)[number]>
