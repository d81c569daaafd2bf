import type { DryRun, PageOpened, PageTrouble } from '../../../core/contract.ts'
import { decidePops, dryRun, popByHand, triggerOf } from '../../../core/crm/decide-pops.ts'
import type { Pop } from '../../../core/crm/decide-pops.ts'
import type { FiredStore } from '../../../core/crm/fired-store.ts'
import { readCrmRules } from '../../../core/crm/read-crm-rules.ts'
import { unfitCondition } from '../../../core/crm/unfit-condition.ts'
import type { CallEvent, CallKey, Phone } from '../../../core/domain.ts'
import { rulesByHand } from '../../../core/settings/rules-by-hand.ts'
import { doneOnceMore, type DoneAt } from '../../../core/per-minute.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { sampleCall } from '../../../core/templates/sample-call.ts'
import { eventCall } from '../../../core/templates/template-call.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import type { CustomerOf } from '../callers/caller-names.ts'
import type { Logger } from '../system/log.ts'

/** CRM pages, opened by the rules in the settings. */
export interface CrmPages {
  /** Opens what the rules match for these events, each at most once. Never throws; call after the alerts. */
  follow(events: readonly CallEvent[], agent: string, customerOf?: CustomerOf): void
  /** Opens a page by hand, by the rule with that name. Null: by the first rule that matches, those for opening by hand first. */
  open(key: CallKey, rule: string | null): Promise<PageOpened>
  /** What these rules would open; `rules` as stored in a settings file. */
  dryRun(rules: readonly unknown[]): DryRun
  /** What failed to open automatically since startup. */
  troubles(): readonly PageTrouble[]
}

export interface CrmPagesParts {
  readonly settings: () => Pick<Settings, 'crmRules' | 'crmSchemes'>
  readonly store: () => FiredStore
  /** A live or stored call; null if no longer known. */
  readonly call: (key: CallKey) => TemplateCall | null
  /** The last call; null if there was none, or it may not be shown. */
  readonly lastCall: () => TemplateCall | null
  /** Whether this number called before this call. */
  readonly isKnown: (phone: Phone) => boolean
  /** Electron's: hands an address to the system. */
  readonly openExternal: (url: string) => Promise<void>
  readonly now: () => number
  readonly log: Pick<Logger, 'warn'>
  /** Called after each new problem. */
  readonly onTrouble: () => void
}

const MAX_TROUBLES = 10 // what a settings view shows
/** Pages that open automatically within a minute: more than this is not normal work. */
export const MAX_PAGES_PER_MINUTE = 20

export function createCrmPages(parts: CrmPagesParts): CrmPages {
  const { settings, now } = parts
  let troubles: readonly PageTrouble[] = []
  let openedAt: DoneAt = []

  const allowed = () => ({ rules: settings().crmRules, schemes: settings().crmSchemes })

  function reportTrouble(rule: string, why: PageTrouble['why']): void {
    troubles = [{ at: now(), rule, why }, ...troubles].slice(0, MAX_TROUBLES)
    parts.log.warn(`a page did not open: ${why}`)
    parts.onTrouble()
  }

  async function openUrl(url: string): Promise<boolean> {
    try {
      await parts.openExternal(url)
      return true
    } catch {
      return false
    }
  }

  async function carryOut(pop: Pop): Promise<void> {
    if (pop.kind === 'refused') reportTrouble(pop.rule, pop.why)
    else if (pop.kind === 'not-stored') reportTrouble(pop.rule, pop.kind)
    else if (!mayOpen()) reportTrouble(pop.rule, 'too-many')
    else if (!(await openUrl(pop.url))) reportTrouble(pop.rule, 'failed')
  }

  function mayOpen(): boolean {
    const next = doneOnceMore(openedAt, now(), MAX_PAGES_PER_MINUTE)
    openedAt = next ?? openedAt
    return next !== null
  }

  function pagesFor(event: CallEvent, agent: string, customerOf?: CustomerOf): readonly Pop[] {
    const on = triggerOf(event)
    if (on === null || allowed().rules.length === 0) return []
    const of = {
      key: event.call.key,
      call: eventCall(event, agent, customerOf?.(event.call)),
      known: parts.isKnown(event.call.phone),
    }
    return decidePops(on, of, { ...allowed(), store: pageStore(parts.store) })
  }

  function fittingRule(call: TemplateCall): string | null {
    const known = parts.isKnown(call.phone)
    return (
      rulesByHand(settings()).find(({ when }) => unfitCondition(when, call, known) === null)?.name ?? null
    )
  }

  return {
    follow(events, agent, customerOf) {
      for (const event of events) {
        for (const pop of pagesFor(event, agent, customerOf)) void carryOut(pop)
      }
    },
    async open(key, rule) {
      const call = parts.call(key)
      if (call === null) return { kind: 'no-such-call' }
      const name = rule ?? fittingRule(call)
      const pop = name === null ? null : popByHand(name, call, allowed())
      if (pop === null) return { kind: 'no-such-rule' }
      if (pop.kind === 'refused') return { kind: pop.kind, why: pop.why }
      return { kind: (await openUrl(pop.url)) ? 'opened' : 'failed' }
    },
    dryRun(raw) {
      const { schemes } = allowed()
      const { value: rules, problems, refusals } = readCrmRules(raw, 'crmRules', schemes)
      const last = parts.lastCall()
      const call = last ?? sampleCall(now())
      const known = parts.isKnown(call.phone)
      return {
        problems: problems.map(({ path, ...problem }) => ({ ...problem, source: 'user', key: path })),
        refusals: Object.fromEntries(refusals),
        pops: dryRun({ call, known }, { rules, schemes }),
        sample: last === null,
      }
    },
    troubles: () => troubles,
  }
}

/** A separate prefix, so that no rule name can clash with what the webhook stores. */
function pageStore(store: () => FiredStore): FiredStore {
  const named = (rule: string): string => `page ${rule}`
  return {
    wasFired: (rule, call) => store().wasFired(named(rule), call),
    noteFired: (rule, call) => store().noteFired(named(rule), call),
  }
}
