import { dequal } from 'dequal'
import type { Clock } from '../../../core/clock.ts'
import type { FiredStore } from '../../../core/crm/fired-store.ts'
import type { CallEvent } from '../../../core/domain.ts'
import { isLoopback } from '../../../core/settings/is-loopback.ts'
import { deliveryOf } from '../../../core/webhook/delivery.ts'
import type { WebhookSettings } from '../../../core/webhook/webhook-settings.ts'
import { NOTHING_SENT } from '../../../core/webhook/webhook-state.ts'
import type { WebhookState } from '../../../core/webhook/webhook-state.ts'
import { createWebhook } from '../../../core/webhook/webhook.ts'
import type { Webhook } from '../../../core/webhook/webhook.ts'
import type { CustomerOf } from '../callers/caller-names.ts'

/** The webhook that the settings describe, across all accounts. */
export interface EventWebhook {
  /** Sends the wanted ones of these events. Returns at once; call after the alerts. */
  follow(events: readonly CallEvent[], agent: string, customerOf?: CustomerOf): void
  /** Call after settings or secret changed: another address or secret starts over, and drops what waits. */
  reconfigure(): void
  state(): WebhookState
  end(): void
}

export interface EventWebhookParts {
  readonly settings: () => WebhookSettings
  readonly secret: () => string | null
  /** While true, simulated calls are sent only to this computer. */
  readonly isDemo: () => boolean
  readonly store: () => FiredStore
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly random: () => number
  /** The state changed; called at most every half second. */
  readonly onState: () => void
}

const REPORT_MS = 500 // a person reads no faster

interface Wanted extends Pick<WebhookSettings, 'url' | 'once'> {
  readonly secret: string
}

export function createEventWebhook(parts: EventWebhookParts): EventWebhook {
  const { clock, store } = parts
  const fired: FiredStore = {
    wasFired: (rule, call) => store().wasFired(rule, call),
    noteFired: (rule, call) => store().noteFired(rule, call),
  }
  let wanted: Wanted | null = null
  let running: Webhook | null = null
  let cancelReport: (() => void) | null = null

  function wantedNow(): Wanted | null {
    const { on, url, once } = parts.settings()
    const secret = parts.secret()
    if (!on || secret === null || (parts.isDemo() && !isLoopback(url))) return null
    return { url, once, secret }
  }

  function begin({ url, once, secret }: Wanted): Webhook {
    const { fetch, random } = parts
    const webhook = createWebhook({ fetch, clock, random, url, secret, once: once ? fired : null })
    webhook.subscribe(reportSoon)
    return webhook
  }

  function reportSoon(): void {
    cancelReport ??= clock.after(REPORT_MS, () => {
      cancelReport = null
      parts.onState()
    })
  }

  function reconfigure(): void {
    const next = wantedNow()
    if (dequal(next, wanted)) return
    wanted = next
    running?.stop()
    running = next === null ? null : begin(next)
    reportSoon()
  }

  return {
    follow(events, agent, customerOf) {
      if (running === null) return
      const { events: types } = parts.settings()
      for (const event of events)
        if (types.includes(event.type)) running.send(deliveryOf(event, agent, customerOf?.(event.call)))
    },
    reconfigure,
    state: () => running?.state() ?? NOTHING_SENT,
    end() {
      cancelReport?.()
      running?.stop()
      running = null
    },
  }
}
