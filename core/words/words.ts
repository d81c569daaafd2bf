import type { en } from './en.ts'

/** Every sentence shown to users. A language that lacks one doesn't compile. */
export type Words = Omit<typeof en, 'direction'> & { readonly direction: 'ltr' | 'rtl' }

/** The sections that the window never shows: its build leaves them out. */
export const MAIN_ONLY = ['export', 'stay', 'terminal'] as const

/** The sections that the window can show. */
export type WindowWords = Omit<Words, (typeof MAIN_ONLY)[number]>

/** The sections of views that the window loads when they are first opened: they are in a file of their own. */
export const LATE = [
  'book',
  'callLog',
  'diagnostics',
  'firstRun',
  'history',
  'keys',
  'ladder',
  'pages',
  'popupScreen',
  'problem',
  'queues',
  'report',
  'settingLabels',
  'settings',
  'team',
  'templates',
  'tuning',
  'updates',
  'webhook',
] as const

/** The sections that the window can show as soon as it opens. */
export type StartWords = Omit<WindowWords, (typeof LATE)[number]>
