/**
 * Why nothing can be imported from a file: it can't be read, has nothing in it, is larger than any list, is an Excel
 * workbook, is something else, has no column with numbers, or more entries than an address book can have.
 */
export type UnreadableWhy =
  | 'no-access'
  | 'empty'
  | 'too-large'
  | 'workbook'
  | 'not-a-list'
  | 'no-numbers'
  | 'too-many'
