import type { Clock } from '../../core/clock.ts'
import type { CallEvent } from '../../core/domain.ts'
import type { Journal } from '../../core/journal/journal.ts'
import type { TemplateCall } from '../../core/templates/template-call.ts'
import { createCallPages } from './call-pages.ts'
import type { CallPages, CallPagesParts } from './call-pages.ts'
import type { Companion } from './companion.ts'
import type { Configuration } from './configuration.ts'
import { createEventWebhook } from './event-webhook.ts'
import type { EventWebhook } from './event-webhook.ts'

/** What leaves the program because of a call: pages that open, and events that are sent. */
export interface Outgoing {
  readonly pages: CallPages
  readonly webhook: EventWebhook
  /** To be told of events after the alerts. */
  follow(events: readonly CallEvent[]): void
}

export interface OutgoingParts extends Pick<CallPagesParts, 'openExternal' | 'log'> {
  readonly configuration: Pick<Configuration, 'settings' | 'webhookSecret' | 'isDemo'>
  readonly companion: () => Pick<Companion, 'state' | 'templateCall' | 'tellSettings'>
  readonly lastCall: () => TemplateCall | null
  readonly journal: () => Pick<Journal, 'wasFired' | 'noteFired' | 'callerStory'>
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly random: () => number
}

export function createOutgoing(parts: OutgoingParts): Outgoing {
  const { configuration, companion, journal, clock } = parts
  const tell = (): void => companion().tellSettings()
  const pages = createCallPages({
    ...parts,
    settings: configuration.settings,
    store: journal,
    call: (key) => companion().templateCall(key),
    isKnown: (phone) => (journal().callerStory(phone, clock.now())?.callsEver ?? 0) > 1,
    now: clock.now,
    onTrouble: tell,
  })
  const webhook = createEventWebhook({
    ...parts,
    settings: () => configuration.settings().webhook,
    secret: configuration.webhookSecret,
    isDemo: configuration.isDemo,
    store: journal,
    onState: tell,
  })
  return {
    pages,
    webhook,
    follow(events) {
      const agent = companion().state().watch.agent?.name ?? ''
      pages.follow(events, agent)
      webhook.follow(events, agent)
    },
  }
}
