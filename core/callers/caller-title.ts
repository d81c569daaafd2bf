import type { KnownCaller } from './known-caller.ts'
import { isolated } from '../words/formats.ts'
import type { StartWords as Words } from '../words/words.ts'

/**
 * Who is calling, instead of the number, such as `Dana Levi, Brightwater`; `''` if only the number says it. A name that
 * came with the call isn't one that anybody looked up: it stays beside the number.
 */
export function callerTitle(caller: KnownCaller | null | undefined, words: Pick<Words, 'comma'>): string {
  if (!isIdentified(caller)) return ''
  return [caller.name, caller.company]
    .filter((part) => part !== '')
    .map(isolated)
    .join(words.comma)
}

/** Whether address book or endpoint have a name for the number. */
export const isIdentified = (caller: KnownCaller | null | undefined): caller is KnownCaller =>
  caller != null && caller.source !== 'api' && caller.name !== ''
