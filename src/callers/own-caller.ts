import type { KnownCaller } from '../../core/callers/known-caller.ts'

/** A caller as the agent's address book names them; null without such a name. */
export const ownCaller = (
  name: string | undefined,
): Pick<KnownCaller, 'name' | 'company' | 'source'> | null =>
  name === undefined ? null : { name, company: '', source: 'own' }
