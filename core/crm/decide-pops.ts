import type { CallEvent, CallKey } from '../domain.ts'
import type { TemplateCall } from '../templates/template-call.ts'
import { buildUrl, type UrlResult } from './build-url.ts'
import type { CrmRule, PopTrigger } from './crm-rule.ts'
import { mayFire } from './fired-store.ts'
import type { FiredStore } from './fired-store.ts'
import { unfitCondition } from './unfit-condition.ts'
import type { PopCondition } from './unfit-condition.ts'

/** A call that pages may be opened for. `known`: its caller called before. */
export interface PopCall {
  readonly key: CallKey
  readonly call: TemplateCall
  readonly known: boolean
}

/** `not-stored`: that it was opened couldn't be stored, so it isn't opened: it might open again. */
export type Pop = { readonly rule: string } & (UrlResult | { readonly kind: 'not-stored' })

export interface PopParts {
  readonly rules: readonly CrmRule[]
  /** The schemes the policy names besides https. */
  readonly schemes: readonly string[]
  readonly store: FiredStore
}

/** The trigger for a call event; null for one that opens nothing. */
export function triggerOf(event: CallEvent): Exclude<PopTrigger, 'by-hand'> | null {
  return event.type === 'ringing' || event.type === 'answered' || event.type === 'ended' ? event.type : null
}

/** What to open, at most once for each rule and call: what is returned to open is stored already. */
export function decidePops(on: Exclude<PopTrigger, 'by-hand'>, of: PopCall, parts: PopParts): readonly Pop[] {
  const fitting = parts.rules.filter(
    (rule) => rule.on === on && unfitCondition(rule.when, of.call, of.known) === null,
  )
  return fitting.flatMap((rule): readonly Pop[] => {
    const pop = popBy(rule, of.call, parts.schemes)
    // Without a number to search for, nothing went wrong.
    if (pop.kind === 'refused') return pop.why === 'no-number' ? [] : [pop]
    const may = mayFire(parts.store, rule.name, of.key)
    if (may === 'not-stored') return [{ kind: may, rule: rule.name }]
    return may === 'yes' ? [pop] : []
  })
}

/** Opening manually: as often as requested, whatever the rule's trigger and conditions. Null when there is no such rule. */
export function popByHand(name: string, call: TemplateCall, { rules, schemes }: Omit<PopParts, 'store'>) {
  const rule = rules.find((one) => one.name === name)
  return rule === undefined ? null : popBy(rule, call, schemes)
}

/** What each rule would do with a call; nothing is opened or stored. */
export interface DryPop {
  readonly rule: string
  readonly on: PopTrigger
  /** The first condition that the call doesn't match; null when all match. */
  readonly unfit: PopCondition | null
  readonly pop: UrlResult & { readonly rule: string }
}

export function dryRun({ call, known }: Omit<PopCall, 'key'>, { rules, schemes }: Omit<PopParts, 'store'>) {
  return rules.map((rule): DryPop => ({
    rule: rule.name,
    on: rule.on,
    unfit: unfitCondition(rule.when, call, known),
    pop: popBy(rule, call, schemes),
  }))
}

function popBy({ name, when, url, hosts }: CrmRule, call: TemplateCall, schemes: readonly string[]) {
  const result = buildUrl(url, { hosts, schemes }, call, when)
  return { ...result, rule: name }
}
