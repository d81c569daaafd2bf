import type { CallEvent } from '../domain.ts'

/** Where events are sent. The secret isn't part of it: it is stored with the code, not with the settings. */
export interface WebhookSettings {
  readonly on: boolean
  readonly url: string
  readonly events: readonly CallEvent['type'][]
  /** Each type of event at most once per call; may be lost, but never sent twice. */
  readonly once: boolean
}

export const WEBHOOK_OFF: WebhookSettings = {
  on: false,
  url: '',
  events: ['ringing', 'answered', 'ended'],
  once: false,
}
