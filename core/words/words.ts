import type { en } from './en.ts'

/** Every sentence that a person reads. A language that lacks one does not compile. */
export type Words = Omit<typeof en, 'direction'> & { readonly direction: 'ltr' | 'rtl' }

/** The sections that the window never says: its build leaves them out. */
export const MAIN_ONLY = ['export', 'stay', 'terminal'] as const

/** What the window can say. */
export type WindowWords = Omit<Words, (typeof MAIN_ONLY)[number]>
