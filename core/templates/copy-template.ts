/** A named text to copy of a call. The first of a list is the default one. */
export interface CopyTemplate {
  /** What it is called, and known by: no two have the same. */
  readonly name: string
  readonly template: string
  /** `json`: values are escaped as JSON, and read the same in every language. */
  readonly format: 'text' | 'json'
  /** Accelerator of its key, such as `CommandOrControl+Shift+C`; null for none. */
  readonly key: string | null
}
