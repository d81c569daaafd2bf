/** Limits for what users write and for lists of events, shared by several parts of the program. */

export const MAX_NOTE_LENGTH = 4_000 // a page and a half: anything longer is a document, and belongs elsewhere
export const MAX_LABEL_LENGTH = 60 // a word or two, shown in a row
export const MAX_NAME_LENGTH = 80 // of a template or a rule: a menu entry
export const MAX_TEMPLATE_LENGTH = 4_000 // two pages: anything longer was pasted by mistake
export const MAX_RULES = 50 // each is checked at every ring
export const MAX_MISSED = 50 // a list to call back from; older ones are history

/** The text of a number to call: 15 digits, and the characters around them. */
export const MAX_WRITTEN = 1_000

export const MAX_PERSON_LENGTH = 120 // a caller's name as the API may send it (core/telephony), or a company
export const MAX_NUMBER_LENGTH = 200 // a SIP address, or a number and words about it
export const MAX_ENTRY_NUMBERS = 30 // of one person or company
export const MAX_ENTRIES = 50_000 // of an address book: all are in memory
export const MAX_BOOK_PAGE = 200 // more entries than any screen shows at once
