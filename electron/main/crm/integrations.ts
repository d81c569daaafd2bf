import type { Clock } from '../../../core/clock.ts'
import type { CallEvent } from '../../../core/domain.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import { createCrmPages } from './crm-pages.ts'
import type { CrmPages, CrmPagesParts } from './crm-pages.ts'
import type { Companion } from '../companion/companion.ts'
import type { Configuration } from '../settings/configuration.ts'
import { createEventWebhook } from '../webhook/event-webhook.ts'
import type { EventWebhook } from '../webhook/event-webhook.ts'

/** What leaves the program because of a call: pages that open, and events that are sent. */
export interface Integrations {
  readonly pages: CrmPages
  readonly webhook: EventWebhook
  /** To be told of events after the alerts. */
  follow(events: readonly CallEvent[]): void
}

export interface IntegrationsParts extends Pick<CrmPagesParts, 'openExternal' | 'log'> {
  readonly configuration: Pick<Configuration, 'settings' | 'webhookSecret' | 'isDemo'>
  readonly companion: () => Pick<Companion, 'state' | 'templateCall' | 'tellSettings'>
  readonly lastCall: () => TemplateCall | null
  readonly journal: () => Pick<Journal, 'wasFired' | 'noteFired' | 'callerStory'>
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly random: () => number
}

export function createIntegrations(parts: IntegrationsParts): Integrations {
  const { configuration, companion, journal, clock } = parts
  const tell = (): void => companion().tellSettings()
  const pages = createCrmPages({
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
