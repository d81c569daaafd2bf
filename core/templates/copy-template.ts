/** A named template for copying a call as text. The first in a list is the default. */
export interface CopyTemplate {
  /** Its name and identifier: unique. */
  readonly name: string
  readonly template: string
  /** `json`: values are escaped as JSON, and the same in every language. */
  readonly format: 'text' | 'json'
  /** Accelerator of its key, such as `CommandOrControl+Shift+C`; null for none. */
  readonly key: string | null
}
