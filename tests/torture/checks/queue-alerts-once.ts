import type { Step } from '../step.ts'
import type { ViewedQueue } from '../view.ts'
import type { Violation } from '../violation.ts'

const RULE = 'queue alerts once'
const SLACK_MS = 2_500 // timestamps are in whole seconds, and this computer's clock is known only to a second

/** From when on a queue needs attention. */
export interface QueueLimits {
  readonly thresholdMs: number
  readonly length: number
}

/**
 * A run reports a reason of a queue once, when a response shows it, and again only after a response that didn't
 * certainly show it, however often the agent logs out and in. `timeKnown`: the clock can be known, so that a wait can
 * be measured.
 */
export function queueAlertsOnce(
  steps: readonly Step[],
  limits: QueueLimits,
  timeKnown: boolean,
): readonly Violation[] {
  const found: Violation[] = []
  const lasting = new Set<string>()
  const slackMs = timeKnown ? SLACK_MS : Infinity
  let run = 0
  let queues: readonly ViewedQueue[] = []
  for (const { at, run: now, what, alerts } of steps) {
    if (now !== run) lasting.clear()
    if (now !== run) queues = []
    run = now
    const holds = (cause: string, slack: number): boolean =>
      cause.startsWith('threshold')
        ? waitsIn(queues, cause).some((ms) => ms >= limits.thresholdMs + slack)
        : waitsIn(queues, cause).length >= (cause.startsWith('length') ? limits.length : 1)
    const say = (text: string): void => void found.push({ rule: RULE, at, what: text })
    if (what.kind === 'queues') {
      queues = what.queues
      for (const cause of [...lasting]) if (!holds(cause, slackMs)) lasting.delete(cause)
    }
    for (const { id } of alerts.filter(({ kind }) => kind === 'queue')) {
      const cause = id.slice(0, id.lastIndexOf('-'))
      if (lasting.has(cause)) say(`a second alert for ${cause}`)
      if (!holds(cause, -slackMs)) say(`an alert for ${cause}, which is not so`)
      lasting.add(cause)
    }
  }
  return found
}

/** How long the callers wait in the queue of a cause, which is named `kind-queue`. */
const waitsIn = (queues: readonly ViewedQueue[], cause: string): readonly number[] =>
  queues.find(({ id }) => cause.endsWith(`-${id}`))?.waitedMs ?? []
