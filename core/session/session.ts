import { createClockDriftMeter } from '../clock/clock-drift-meter.ts'
import { maxFlightMs } from '../clock/computer-error.ts'
import { createListeners } from '../listeners.ts'
import { MAX_PART_BACKOFF_MS } from '../polling/backoff.ts'
import { nextRequest, steadily } from '../polling/cadence.ts'
import type { RequestKind } from '../polling/cadence.ts'
import { createPlanner } from '../polling/planner.ts'
import { createPoller } from '../polling/poller.ts'
import type { Attempt } from '../telephony/attempt.ts'
import type { Polled } from '../telephony/telephony-client.ts'
import { initialMemory, pollContext, targetOf, wantedRequests } from './session-memory.ts'
import type { SurroundingsChange, SessionChange, SessionParts, Session } from './session-types.ts'
import { stepSession } from './step-session.ts'
import type { SessionInput } from './step-session.ts'
import { NO_SURROUNDINGS } from './surroundings.ts'

/** Watches one extension: sends requests, and steps with each outcome. Nothing happens until `start`. */
export function createSession(parts: SessionParts): Session {
  const { clock, log, pollSeconds, onAnswer = () => undefined } = parts
  const { requestMs, blindMs } = parts.client.limits
  const settings = parts.surroundings?.settings ?? NO_SURROUNDINGS
  const queues = parts.surroundings?.client.queues ?? notAsked
  const onlyQueue = settings.queues !== 'all' && settings.queues.length === 1 ? settings.queues[0] : null
  const changes = createListeners<[SessionChange]>()
  const surroundingsChanges = createListeners<[SurroundingsChange]>()
  const floorMs = pollSeconds * 1000
  const blindAfterMs = Math.max(blindMs, 2 * floorMs)
  const drift = createClockDriftMeter(clock, maxFlightMs(requestMs))
  const rules = { extension: parts.extension, settings, floorMs, blindAfterMs, timeoutMs: requestMs }
  let memory = initialMemory(rules, parts.zone, clock.now())

  const planner = createPlanner({
    clock,
    floorMs,
    limit: settings.requestsPerMinute,
    cadence: parts.surroundings === undefined ? steadily : nextRequest,
    wanted: () => wantedRequests(memory),
    context: () => pollContext(memory),
  })
  const poller = createPoller<RequestKind, Polled>({
    clock: drift.clock,
    random: parts.random,
    intervalMs: floorMs,
    plan: (heldUntil, atOnce) =>
      parts.again === undefined ? planner.plan(heldUntil, atOnce) : { kind: parts.again.asks(), waitMs: 0 },
    ask(kind, signal) {
      planner.asked(kind)
      return drift.during(() => request(kind, signal))
    },
    report(kind, attempt) {
      planner.done(kind)
      step(inputOf(kind, attempt))
    },
    maxBackoffMs: (kind) => (kind === wantedRequests(memory)[0] ? undefined : MAX_PART_BACKOFF_MS),
    log,
  })

  async function request(kind: RequestKind, signal: AbortSignal): Promise<Attempt<Polled>> {
    const { client } = parts
    const extension = targetOf(memory) ?? ''
    switch (kind) {
      case 'extension':
        return about(await client.extensions(extension, signal), (seen) => ({ about: kind, extension, seen }))
      case 'everyone':
        return about(await client.extensions(null, signal), (seen) => ({ about: kind, seen }))
      case 'queues':
        return about(await queues(onlyQueue ?? null, signal), (found) => ({ about: kind, queues: found }))
    }
  }

  function inputOf(kind: RequestKind, attempt: Attempt<Polled>): SessionInput {
    const at = clock.now()
    if (attempt.kind !== 'reached') return { kind: 'failure', about: kind, failure: attempt, at }
    const spareDelayMs = (parts.again ?? planner).delayMs()
    return { kind: 'response', response: attempt, at, run: drift.read(), spareDelayMs }
  }

  function step(input: SessionInput): void {
    const { memory: next, change } = stepSession(memory, input)
    memory = next
    if (change.usedRun) drift.reset()
    if (change.knowsExtension) planner.done('extension')
    for (const line of change.log) log(line)
    for (const one of change.changes) changes.call(one)
    if (change.answered !== null) onAnswer(change.answered)
    if (change.surroundings !== null) surroundingsChanges.call(change.surroundings)
  }

  return {
    state: () => memory.state,
    surroundings: () => memory.surroundings.shown,
    subscribe: changes.add,
    subscribeSurroundings: surroundingsChanges.add,
    look(views) {
      step({ kind: 'look', views })
      poller.replan()
    },
    start: () => poller.start(),
    stop() {
      poller.stop()
      changes.clear()
      surroundingsChanges.clear()
    },
    gapSeconds: () => Math.ceil(planner.gapMs() / 1000),
    pollNow: () => poller.pollNow(),
    sleep() {
      poller.stop()
      drift.doubt()
      planner.slept()
      step({ kind: 'sleep' })
    },
    wake() {
      planner.woke()
      step({ kind: 'wake' })
      void poller.restart()
    },
  }
}

const about = <Answer>(attempt: Attempt<Answer>, polled: (answer: Answer) => Polled): Attempt<Polled> =>
  attempt.kind === 'reached' ? { ...attempt, answer: polled(attempt.answer) } : attempt

/** No queue is watched, and none is requested. */
const notAsked = (): Promise<Attempt<never>> => Promise.resolve({ kind: 'unreachable', why: 'aborted' })
