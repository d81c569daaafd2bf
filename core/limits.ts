/** Limits for what users write and for lists of events, shared by several parts of the program. */

export const MAX_NOTE_LENGTH = 4_000 // a page and a half: anything longer is a document, and belongs elsewhere
export const MAX_LABEL_LENGTH = 60 // a word or two, shown in a row
export const MAX_NAME_LENGTH = 80 // of a template or a rule: a menu entry
export const MAX_TEMPLATE_LENGTH = 4_000 // two pages: anything longer was pasted by mistake
export const MAX_RULES = 50 // each is checked at every ring
export const MAX_MISSED = 50 // a list to call back from; older ones are history

/** The text of a number to call: 15 digits, and the characters around them. */
export const MAX_WRITTEN = 1_000
