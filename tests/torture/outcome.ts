import type { About } from './step.ts'
import type { View, ViewedQueue } from './view.ts'

/** What the program can know after a request: the state of the extension, of everyone or of the queues, or the failure. */
export type Outcome =
  | { readonly kind: 'good'; readonly view: View }
  /** `lacks`: extensions of the account are left out. */
  | { readonly kind: 'everyone'; readonly views: readonly View[]; readonly lacks?: true }
  | { readonly kind: 'queues'; readonly queues: readonly ViewedQueue[] }
  | { readonly kind: 'failed'; readonly why: FailedWhy; readonly about: About }
  | { readonly kind: 'unknown-extension' }
  /** Made before the last accepted response, by its own date. */
  | { readonly kind: 'older'; readonly about: About }

/** `refused-err`: ERR 1, which may be an error of the server's. */
type FailedWhy = 'refused-code' | 'refused-err' | 'refused-address' | 'other'
export type Good = Extract<Outcome, { readonly kind: 'good' | 'everyone' | 'queues' }>

/** What a repeated response says. */
export function saidAgain(outcome: Good, requestedAt: number): Good {
  const again = (view: View): View => ({ ...view, requestedAt, fresh: false })
  switch (outcome.kind) {
    case 'good':
      return { ...outcome, view: again(outcome.view) }
    case 'everyone':
      return { ...outcome, views: outcome.views.map(again) }
    case 'queues':
      return outcome
  }
}

/** Whether every call of the extension was listed; null if none was. */
export function isWhole(outcome: Outcome): boolean | null {
  switch (outcome.kind) {
    case 'good':
      return outcome.view.whole
    case 'everyone':
      return (
        outcome.lacks === undefined && outcome.views.length > 0 && outcome.views.every(({ whole }) => whole)
      )
    case 'unknown-extension':
      return false
    case 'failed':
      return outcome.why === 'refused-err' ? false : null
    case 'queues':
    case 'older':
      return null
  }
}

/** An empty list never means "no calls" for a named extension; for all extensions it means that there are none. */
export function emptyOf(about: About): Outcome {
  if (about === 'extension') return { kind: 'unknown-extension' }
  return about === 'everyone' ? { kind: 'everyone', views: [] } : { kind: 'queues', queues: [] }
}

/** Why a response with this status doesn't count. */
export const whyOf = (status: number): FailedWhy =>
  status === 401 ? 'refused-code' : status === 403 ? 'refused-address' : 'other'
