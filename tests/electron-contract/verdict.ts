/** The result of testing a belief: `elsewhere` if it is about other systems, `open` if it couldn't be tested. */
export type Verdict =
  | { readonly name: string; readonly kind: 'holds' | 'elsewhere' }
  | { readonly name: string; readonly kind: 'refuted' | 'open'; readonly why: string }

/** A verdict as a line of the app's output. */
export function verdictLine(verdict: Verdict): string {
  const why = 'why' in verdict ? [verdict.why.replaceAll(/\s+/g, ' ')] : []
  return ['verdict', verdict.kind, verdict.name, ...why].join('\t')
}
