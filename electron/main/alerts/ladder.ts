import { ladderPlan } from '../../../core/alerts/ladder-plan.ts'
import { climb, isSettled, newLadder, outcomesOf, RUNGS } from '../../../core/alerts/ladder.ts'
import type { Ladder as Climbed, LadderEvent } from '../../../core/alerts/ladder.ts'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import type { Clock } from '../../../core/clock.ts'
import type { AlertOutcome } from '../../../core/contract.ts'
import type { Rung, RungOutcome, RungOutcomes } from '../../../core/domain.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import type { Logger } from '../system/log.ts'

const ANSWER_MS = 2_000 // a ring lasts about eight seconds: the next way of alerting must start well within that

/** One way of alerting. */
export interface LadderRung {
  /** Shows the alert and returns the outcome; a rung that throws has failed. */
  raise(alert: AlertNotification): RungOutcome | Promise<RungOutcome>
  /** Withdraws it; does nothing if it is already gone. */
  lower(id: string): void
  /** Withdraws everything, including what is no longer tracked here. */
  clear?(): void
}

/** Alerts with the system's notification, and with Ringside's own popup, blink and sound if that is not shown. */
export interface Ladder {
  /**
   * Shows the alert and returns the notification's outcome; never rejects. `onRungs`: called each time a rung has an
   * outcome.
   */
  show(alert: AlertNotification, onRungs?: (rungs: RungOutcomes) => void): Promise<AlertOutcome>
  /** Tries every way with this alert, one after the other, and withdraws them all at the end. */
  walk(alert: AlertNotification): Promise<RungOutcomes>
  /** Withdraws an alert wherever it is shown. */
  withdraw(id: string): void
  clear(): void
  /** The user has seen it: everything but the notification is withdrawn. */
  seen(id: string): void
  end(): void
}

export interface LadderParts {
  readonly rungs: Readonly<Record<Rung, LadderRung>>
  readonly settings: () => Settings
  readonly clock: Clock
  readonly log: Logger
}

interface Running {
  ladder: Climbed
  readonly alert: AlertNotification
  readonly waits: Map<Rung, () => void>
  readonly report: () => void
}

export function createLadder({ rungs, settings, clock, log }: LadderParts): Ladder {
  const running = new Map<string, Running>()

  function step(one: Running, event: LadderEvent): void {
    const { ladder, orders } = climb(one.ladder, event)
    const changed = ladder !== one.ladder
    one.ladder = ladder
    if (changed) one.report()
    for (const order of orders) {
      if (order.do === 'raise') raise(one, order.rung)
      else rungs[order.rung].lower(one.alert.id)
    }
    if (isSettled(one.ladder)) forgetUnheld(one)
  }

  /** Alerts that disappear automatically are rarely withdrawn, so they are not tracked. */
  function forgetUnheld({ ladder, alert }: Running): void {
    if (ladder.over || !(alert.stays || alert.kind === 'test')) running.delete(alert.id)
  }

  function raise(one: Running, rung: Rung): void {
    const answer = (outcome: RungOutcome): void => {
      one.waits.get(rung)?.()
      one.waits.delete(rung)
      if (rung !== 'notification' && outcome !== 'shown' && outcome !== 'given')
        log.warn(`a ${one.alert.kind} alert by ${rung}: ${outcome}`)
      step(one, { did: 'answer', rung, outcome })
    }
    one.waits.set(
      rung,
      clock.after(ANSWER_MS, () => answer('no-answer')),
    )
    void askRung(rungs[rung], one.alert).then(answer, () => answer('failed'))
  }

  function begin(alert: AlertNotification, report: (rungs: Climbed) => void): Running {
    if (running.has(alert.id)) withdraw(alert.id)
    const one: Running = {
      ladder: newLadder(ladderPlan(alert.kind, settings())),
      alert,
      waits: new Map(),
      report: () => report(one.ladder),
    }
    running.set(alert.id, one)
    step(one, { did: 'begin' })
    return one
  }

  function withdraw(id: string): void {
    const one = running.get(id)
    if (one === undefined) return RUNGS.forEach((rung) => rungs[rung].lower(id))
    for (const stop of one.waits.values()) stop()
    one.waits.clear()
    step(one, { did: 'end' })
    running.delete(id)
  }

  function clear(): void {
    ;[...running.keys()].forEach(withdraw)
    for (const rung of RUNGS) rungs[rung].clear?.()
  }

  return {
    show(alert, onRungs) {
      const { promise, resolve } = Promise.withResolvers<AlertOutcome>()
      begin(alert, (ladder) => {
        const outcomes = outcomesOf(ladder)
        if (Object.keys(outcomes).length > 0) onRungs?.(outcomes)
        resolveBy(outcomes.notification, ladder.over, resolve)
      })
      return promise
    },
    async walk(alert) {
      const { promise, resolve } = Promise.withResolvers<undefined>()
      const one = begin(alert, (ladder) => isWalked(ladder) && resolve(undefined))
      await promise
      return outcomesOf(one.ladder)
    },
    withdraw,
    clear,
    seen(id) {
      for (const rung of RUNGS) if (rung !== 'notification' && running.has(id)) rungs[rung].lower(id)
    },
    end: clear,
  }
}

/** Async, so that an error thrown synchronously becomes a rejection. */
const askRung = async (rung: LadderRung, alert: AlertNotification): Promise<RungOutcome> => rung.raise(alert)

const isWalked = (ladder: Climbed): boolean => ladder.over || RUNGS.every((rung) => isAnswered(ladder, rung))
const isAnswered = ({ rungs }: Climbed, rung: Rung): boolean =>
  rungs[rung] !== undefined && rungs[rung] !== 'asked'

/** A notification withdrawn before the system reported anything has no outcome. */
function resolveBy(
  outcome: RungOutcome | undefined,
  over: boolean,
  resolve: (outcome: AlertOutcome) => void,
): void {
  if (outcome !== undefined && outcome !== 'given' && outcome !== 'off') resolve(outcome)
  else if (over) resolve('no-answer')
}
