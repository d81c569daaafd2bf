import type { KnownCaller, NamedCaller } from '../../core/callers/known-caller.ts'

/** A stored call's customer, as a name to show; null if the organisation's endpoint named nobody. */
export const customerOf = (caller: NamedCaller | undefined): KnownCaller | null =>
  caller === undefined || caller.name === ''
    ? null
    : { name: caller.name, company: caller.company, source: 'crm', matches: null, hasPage: false }
