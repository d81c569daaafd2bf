/** Where a shown name comes from: the agent's own address book, the organisation's Popup Screen endpoint, the API. */
export type NameSource = 'own' | 'crm' | 'api'

export interface NamedCaller {
  readonly name: string
  /** `''` if unknown. */
  readonly company: string
}

/** Who a live call's caller is, as shown: the first source in the set order that has a name. */
export interface KnownCaller extends NamedCaller {
  readonly source: NameSource
  /** How many records of the organisation match the number: 0 for an unknown one; null if nobody said. */
  readonly matches: number | null
  /** Whether the organisation's endpoint named a page about the caller. */
  readonly hasPage: boolean
}

/** What the organisation's endpoint says about a caller, whoever knows the name. */
export type CallerMatch = Pick<KnownCaller, 'matches' | 'hasPage'>

const NO_MATCH: CallerMatch = { matches: null, hasPage: false }

/** The first source in `order` that has a name, with the endpoint's matches; null if nothing is known. `name` is `''` if only they are. */
export function knownCaller(
  names: Partial<Record<NameSource, NamedCaller>>,
  order: readonly NameSource[],
  match: CallerMatch = NO_MATCH,
): KnownCaller | null {
  for (const source of order) {
    const { name = '', company = '' } = names[source] ?? {}
    if (name !== '') return { name, company, source, ...match }
  }
  return match.matches === null && !match.hasPage ? null : { name: '', company: '', source: 'crm', ...match }
}
