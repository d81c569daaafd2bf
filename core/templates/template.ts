/** The fields that a template may name, in the order in which they are offered. `{customdata.KEY}` is also possible. */
export const FIELDS = [
  'phone',
  'phone|e164',
  'phone|national',
  'phone|digits',
  'name',
  'client',
  'company',
  'did',
  'ivrid',
  'direction',
  'status',
  'started',
  'duration',
  'agent',
  'extension',
  'queue',
  'waited',
  'recording',
] as const

export type Field = (typeof FIELDS)[number]

/** A part of a template. `unknown`: a name that isn't a field; it has no output. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'customdata'; readonly key: string }
  | { readonly kind: 'unknown'; readonly name: string }

export type Hole = Exclude<TemplatePart, { kind: 'text' }>

/** An error at one position of a template. Positions count UTF-16 units, as a text box does. */
export interface TemplateError {
  readonly why:
    | 'unclosed'
    | 'stray-close'
    | 'empty-field'
    | 'unknown-field'
    | 'unknown-form'
    | 'no-key'
    | 'too-long'
  readonly at: number
  readonly length: number
}

/** A parsed template. With errors it can still be shown, but not relied on. */
export interface Template {
  readonly parts: readonly TemplatePart[]
  readonly errors: readonly TemplateError[]
}
