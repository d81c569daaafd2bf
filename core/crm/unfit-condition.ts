import type { Phone } from '../domain.ts'
import { customValue } from '../templates/plain-value.ts'
import type { TemplateCall } from '../templates/template-call.ts'
import type { PopConditions } from './crm-rule.ts'

export type PopCondition = keyof PopConditions

/**
 * The first condition that a call does not fit; null when it fits them all. `known`: the caller called before; false
 * for one who withholds their number.
 */
export function unfitCondition(when: PopConditions, call: TemplateCall, known: boolean): PopCondition | null {
  const fits: readonly (readonly [PopCondition, boolean])[] = [
    ['direction', when.direction?.includes(call.direction) ?? true],
    ['did', when.did?.some((did) => isNumber(did, call.did)) ?? true],
    ['queue', when.queue?.some((queue) => sameName(queue, call.queue || call.name)) ?? true],
    ['prefix', when.prefix?.some((prefix) => begins(prefix, call.phone)) ?? true],
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

const sameName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** The digits of a number in each of its written forms; none for a name or a withheld number. */
function formsOf(phone: Phone | null): readonly string[] {
  if (phone?.kind === 'number') return [phone.e164, phone.national, phone.received].map(digitsOf)
  return phone?.kind === 'digits' ? [digitsOf(phone.received)] : []
}

/** With a plus the country is named, so that only the international form can fit. */
function formsFor(written: string, phone: Phone | null): readonly string[] {
  if (!written.trim().startsWith('+')) return formsOf(phone)
  return phone?.kind === 'number' ? [digitsOf(phone.e164)] : []
}

const isNumber = (written: string, phone: Phone | null): boolean =>
  formsFor(written, phone).includes(digitsOf(written))

const begins = (written: string, phone: Phone): boolean =>
  formsFor(written, phone).some((form) => form.startsWith(digitsOf(written)))
