import type { BookEntry } from '../../../core/address-book/book-page.ts'
import type { Played, Scene } from '../scene.ts'

const entry = (id: number, name: string, more: Partial<BookEntry> = {}): BookEntry => ({
  ...{ id, name, company: '', note: '', numbers: ['052-555-0144'], shared: [] },
  ...more,
})

const entries = [
  entry(1, '', { company: 'Brightwater Ltd', numbers: ['03-555-0100', '*5287'] }),
  entry(2, 'Dana Levi', {
    company: 'Brightwater Ltd',
    numbers: ['+972 52-555-0144', '03-555-0100 ext. 12'],
    note: 'Prefers to be called back in the afternoon; asks for Yael by name',
    shared: [{ name: 'Brightwater Ltd', wins: true }],
  }),
  entry(3, 'נועה כהן', { company: 'מרפאת הגליל', numbers: ['072-555-0199'] }),
  entry(4, 'Семён Петров', { shared: [{ name: 'Dana Levi', wins: false }] }),
]

const listed: Played = {
  'book:read': () => ({ entries, found: entries.length, total: entries.length, trouble: null }),
}
const toBook = [
  { press: '[data-tab="history"]' },
  { press: '.menu [data-turn]' },
  { press: '.menu .entry + .entry' },
] as const
const NOTHING = { updated: 0, withoutName: 0, shortened: 0 }

/** The address book. */
export const BOOK_SCENES: readonly Scene[] = [
  { name: 'book', title: 'The address book', main: listed, steps: toBook },
  { name: 'book-empty', title: 'An empty address book', steps: toBook },
  {
    name: 'book-nothing-found',
    title: 'A search of the address book without results',
    main: {
      'book:read': ({ text }) =>
        text === ''
          ? { entries, found: 4, total: 4, trouble: null }
          : { entries: [], found: 0, total: 4, trouble: null },
    },
    steps: [...toBook, { fill: 'input[type="search"]', text: '072' }, { see: '.empty' }],
  },
  {
    name: 'book-entry',
    title: 'An entry of the address book',
    main: listed,
    steps: [...toBook, { press: '[data-call="2"] .act' }],
  },
  {
    name: 'book-entry-refused',
    title: 'An entry without a number isn’t saved',
    main: { ...listed, 'book:save': () => ({ kind: 'no-number' }) },
    steps: [
      ...toBook,
      { press: '[data-call="2"] .act' },
      { press: 'dialog .primary' },
      { see: 'dialog .trouble.signed' },
    ],
  },
  {
    name: 'book-entry-not-saved',
    title: 'An entry that couldn’t be saved',
    main: { ...listed, 'book:save': () => ({ kind: 'not-saved', why: 'read-only' }) },
    steps: [...toBook, { press: '[data-call="2"] .act' }, { press: 'dialog .primary' }],
  },
  {
    name: 'book-removed',
    title: 'An entry was removed, and can be put back',
    main: listed,
    steps: [...toBook, { press: '[data-call="2"] .act + .act' }, { see: '.undo p' }],
  },
  {
    name: 'book-imported',
    title: 'A file was imported',
    main: {
      ...listed,
      'book:import': () => ({
        kind: 'imported',
        counts: { ...NOTHING, added: 312, known: 4, withoutNumber: 2, shared: 3 },
      }),
    },
    steps: [...toBook, { press: '.acts .button + .button' }, { see: '.feedback p' }],
  },
  {
    name: 'book-not-imported',
    title: 'A file that couldn’t be imported, while the address book can’t be opened',
    main: {
      'book:read': () => ({
        ...{ entries: [], found: 0, total: 0 },
        trouble: { kind: 'unavailable', why: 'locked' },
      }),
      'book:import': () => ({ kind: 'unreadable', why: 'workbook' }),
    },
    steps: [...toBook, { press: '.acts .button + .button' }, { see: '.feedback p' }],
  },
  {
    name: 'book-private',
    title: 'The address book in privacy mode',
    settings: { privacy: true },
    steps: toBook,
  },
]
