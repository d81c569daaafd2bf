import type { Call, CopyWhat } from '../domain.ts'
import type { Settings } from '../settings.ts'
import { directionWord } from './direction-word.ts'
import { phoneText, timeOfDay } from './formats.ts'
import type { Words } from './words.ts'

/** What can be copied of a call, live, missed or kept. */
export interface Copyable extends Pick<Call, 'ivrid' | 'phone' | 'name' | 'did' | 'direction' | 'startedAt'> {
  /** What it does, or how it ended, in words; `''` when that is not known. */
  readonly status: string
}

/** The text that a copy of a detail gives; numbers in the set form. `''` when there is nothing to copy. */
export function copyText(call: Copyable, what: CopyWhat, settings: Settings, words: Words): string {
  const did = call.did === null ? '' : phoneText(call.did, settings.numberFormat)
  switch (what) {
    case 'number':
      return phoneText(call.phone, settings.numberFormat)
    case 'name':
      return call.name
    case 'did':
      return did
    case 'ivrid':
      return call.ivrid
    case 'card':
      return card(call, did, settings, words)
  }
}

/** The whole card, a line for each detail that there is. */
function card(call: Copyable, did: string, settings: Settings, words: Words): string {
  const rows: readonly (readonly [string, string])[] = [
    [words.card.number, phoneText(call.phone, settings.numberFormat) || words.call.withheld],
    [words.card.name, call.name],
    [words.card.dialled, did],
    [words.card.direction, directionWord(call.direction, words)],
    [words.card.status, call.status],
    [words.card.began, timeOfDay(call.startedAt, words.locale)],
    [words.card.callId, call.ivrid],
  ]
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n')
}
