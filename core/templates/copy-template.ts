/** A named text to copy of a call. The first of a list is the default one. */
export interface CopyTemplate {
  /** Its name and identifier: unique. */
  readonly name: string
  readonly template: string
  /** `json`: values are escaped as JSON, and the same in every language. */
  readonly format: 'text' | 'json'
  /** Accelerator of its key, such as `CommandOrControl+Shift+C`; null for none. */
  readonly key: string | null
}
