import { foldText } from '../fold-text.ts'
import { customValue } from '../templates/plain-value.ts'
import type { TemplateCall } from '../templates/template-call.ts'
import type { PopConditions } from './crm-rule.ts'
import { beginsWith, isNumber } from './fits-number.ts'

export type PopCondition = keyof PopConditions

/**
 * The first condition that a call doesn't match; null when all match. `known`: the caller called before; false
 * for one who withholds their number.
 */
export function unfitCondition(when: PopConditions, call: TemplateCall, known: boolean): PopCondition | null {
  const fits: readonly (readonly [PopCondition, boolean])[] = [
    ['direction', when.direction?.includes(call.direction) ?? true],
    ['did', when.did?.some((did) => isNumber(did, call.did)) ?? true],
    ['queue', when.queue?.some((queue) => sameName(queue, call.queue || call.name)) ?? true],
    ['prefix', when.prefix?.some((prefix) => beginsWith(prefix, call.phone)) ?? true],
    ['withheld', when.withheld === undefined || when.withheld === (call.phone.kind === 'withheld')],
    ['known', when.known === undefined || when.known === known],
    ['customdata', fitsCustomData(when.customdata ?? {}, call)],
  ]
  return fits.find(([, fit]) => !fit)?.[0] ?? null
}

function fitsCustomData(wanted: Readonly<Record<string, string>>, call: TemplateCall): boolean {
  return Object.entries(wanted).every(([key, text]) => {
    const value = customValue(key, call)
    return text === '*' ? value !== '' : value === text
  })
}

const sameName = (one: string, other: string): boolean => foldText(one.trim()) === foldText(other.trim())
