import { createListeners } from '../../../core/listeners.ts'
import type { Clock } from '../../../core/clock.ts'
import type { CallEvent, CallKey } from '../../../core/domain.ts'
import type { FiredStore } from '../../../core/crm/fired-store.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import { createOpenRecording } from '../call-log/open-recording.ts'
import type { CustomerOf } from '../callers/caller-names.ts'
import { createCrmPages } from './crm-pages.ts'
import type { CrmPages, CrmPagesParts } from './crm-pages.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Configuration } from '../settings/configuration.ts'
import { createEventWebhook } from '../webhook/event-webhook.ts'
import type { EventWebhook } from '../webhook/event-webhook.ts'

/** What leaves the program because of a call: pages that open, and events that are sent. */
export interface Integrations {
  readonly pages: CrmPages
  readonly webhook: EventWebhook
  /** Opens the page of a call's recording; false if it didn't open. */
  readonly openRecording: (key: CallKey) => Promise<boolean>
  /** Its part of the settings' view changed. Returns a function that unsubscribes. */
  readonly onChange: (listener: () => void) => () => void
  /** Call with events after the alerts. */
  follow(events: readonly CallEvent[]): void
}

export interface IntegrationsParts extends Pick<CrmPagesParts, 'openExternal' | 'log'> {
  readonly configuration: Pick<Configuration, 'settings' | 'webhookSecret' | 'isDemo'>
  readonly companion: Pick<Companion, 'state' | 'templateCall'>
  readonly lastCall: () => TemplateCall | null
  readonly customerOf?: CustomerOf
  readonly journal: () => Pick<Journal, 'call' | 'wasFired' | 'noteFired' | 'callerStory'>
  /** Where opened and sent items are recorded; the journal by default. */
  readonly store?: () => FiredStore
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly random: () => number
}

export function createIntegrations(parts: IntegrationsParts): Integrations {
  const { configuration, companion, journal, clock, store = journal } = parts
  const changes = createListeners<[]>()
  const pages = createCrmPages({
    ...parts,
    settings: configuration.settings,
    store,
    call: (key) => companion.templateCall(key),
    isKnown: (phone) => (journal().callerStory(phone, clock.now())?.callsEver ?? 0) > 1,
    now: clock.now,
    onTrouble: changes.call,
  })
  const webhook = createEventWebhook({
    ...parts,
    settings: () => configuration.settings().webhook,
    secret: configuration.webhookSecret,
    isDemo: configuration.isDemo,
    store,
    onState: changes.call,
  })
  return {
    pages,
    webhook,
    openRecording: createOpenRecording({ ...parts, call: (key) => journal().call(key) }),
    onChange: changes.add,
    follow(events) {
      const agent = companion.state().watch.agent?.name ?? ''
      pages.follow(events, agent, parts.customerOf)
      webhook.follow(events, agent, parts.customerOf)
    },
  }
}
