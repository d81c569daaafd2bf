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

/** The webhook that the settings describe, over all accounts. */
export interface EventWebhook {
  /** Sends the wanted ones of these events. Returns at once; to be told after the alerts. */
  follow(events: readonly CallEvent[], agent: string): void
  /** To be called after settings or secret changed: another address or secret begins anew, what waits is dropped. */
  reconfigure(): void
  state(): WebhookState
  end(): void
}

export interface EventWebhookParts {
  readonly settings: () => WebhookSettings
  readonly secret: () => string | null
  /** While it lasts, invented calls are told to nobody but this computer. */
  readonly isDemo: () => boolean
  readonly store: () => FiredStore
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly random: () => number
  /** The state changed; told at most every half second. */
  readonly onState: () => void
}

const TELL_MS = 500 // a person reads no faster

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
  let cancelTelling: (() => void) | null = null

  function wantedNow(): Wanted | null {
    const { on, url, once } = parts.settings()
    const secret = parts.secret()
    if (!on || secret === null || (parts.isDemo() && !isLoopback(url))) return null
    return { url, once, secret }
  }

  function begin({ url, once, secret }: Wanted): Webhook {
    const { fetch, random } = parts
    const webhook = createWebhook({ fetch, clock, random, url, secret, once: once ? fired : null })
    webhook.subscribe(tellSoon)
    return webhook
  }

  function tellSoon(): void {
    cancelTelling ??= clock.after(TELL_MS, () => {
      cancelTelling = null
      parts.onState()
    })
  }

  function reconfigure(): void {
    const next = wantedNow()
    if (dequal(next, wanted)) return
    wanted = next
    running?.stop()
    running = next === null ? null : begin(next)
    tellSoon()
  }

  return {
    follow(events, agent) {
      if (running === null) return
      const { events: types } = parts.settings()
      for (const event of events) if (types.includes(event.type)) running.send(deliveryOf(event, agent))
    },
    reconfigure,
    state: () => running?.state() ?? NOTHING_SENT,
    end() {
      cancelTelling?.()
      running?.stop()
      running = null
    },
  }
}
