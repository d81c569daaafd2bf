/** What came of trying a belief: `elsewhere` where it is about other systems, `open` where it could not be tried. */
export type Verdict =
  | { readonly name: string; readonly kind: 'holds' | 'elsewhere' }
  | { readonly name: string; readonly kind: 'refuted' | 'open'; readonly why: string }

/** A verdict as a line of the app's output. */
export function verdictLine(verdict: Verdict): string {
  const why = 'why' in verdict ? [verdict.why.replaceAll(/\s+/g, ' ')] : []
  return ['verdict', verdict.kind, verdict.name, ...why].join('\t')
}
