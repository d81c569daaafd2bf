import { isLoopback } from '../../core/settings/is-loopback.ts'
import type { WebhookSettings } from '../../core/webhook/webhook-settings.ts'
import type { GivenUp, WebhookState } from '../../core/webhook/webhook-state.ts'
import { leftToRight, timeOfDay } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** Such as `12 events delivered · last at 10:42 · 3 waiting`. */
export function webhookLine(
  { on, url }: Pick<WebhookSettings, 'on' | 'url'>,
  demo: boolean,
  state: WebhookState | null,
  words: Words,
): string {
  const { webhook, locale } = words
  if (!on) return webhook.off
  if (demo && !isLoopback(url)) return webhook.demo
  if (state === null || (state.delivered === 0 && state.waiting === 0 && state.lost === 0))
    return webhook.nothing
  const { delivered, lastDeliveredAt, waiting } = state
  return [
    webhook.delivered(delivered),
    ...(lastDeliveredAt === null ? [] : [webhook.last(leftToRight(timeOfDay(lastDeliveredAt, locale)))]),
    ...(waiting === 0 ? [] : [webhook.waiting(waiting)]),
  ].join(' · ')
}

/** Why a delivery failed for good. */
export function givenUpText(why: GivenUp['why'], { webhook }: Words): string {
  if (why.kind === 'queue-full') return webhook.queueFull
  return why.kind === 'not-stored' ? webhook.notStored : webhook.failure(why)
}
