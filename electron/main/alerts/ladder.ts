import { ladderPlan } from '../../../core/alerts/ladder-plan.ts'
import { climb, isSettled, newLadder, outcomesOf, RUNGS } from '../../../core/alerts/ladder.ts'
import type { Ladder as Climbed, LadderEvent } from '../../../core/alerts/ladder.ts'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import type { Clock } from '../../../core/clock.ts'
import type { AlertOutcome } from '../../../core/contract.ts'
import type { Rung, RungOutcome, RungOutcomes } from '../../../core/domain.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import type { Logger } from '../system/log.ts'

const ANSWER_MS = 2_000 // a ring lasts eight seconds until it is answered: the next way must come well within

/** One way to tell of an alert. */
export interface LadderRung {
  /** Tells, and says what came of it; one that throws has failed. */
  raise(alert: AlertNotification): RungOutcome | Promise<RungOutcome>
  /** Takes it back; nothing happens when it is gone already. */
  lower(id: string): void
  /** Takes back everything, also what was forgotten here. */
  clear?(): void
}

/** Alerts by the system's notification, and by Ringside's own ways where that is not shown. */
export interface Ladder {
  /** Tells of it and says what became of the notification; never rejects. `onRungs`: told each time a rung has answered. */
  show(alert: AlertNotification, onRungs?: (rungs: RungOutcomes) => void): Promise<AlertOutcome>
  /** Tries every way with this alert, one after the other, and takes all back in the end. */
  walk(alert: AlertNotification): Promise<RungOutcomes>
  /** Takes an alert back, wherever it is told. */
  withdraw(id: string): void
  clear(): void
  /** A person has seen it: all but the notification is taken back. */
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
  readonly tell: () => void
}

export function createLadder({ rungs, settings, clock, log }: LadderParts): Ladder {
  const running = new Map<string, Running>()

  function step(one: Running, event: LadderEvent): void {
    const { ladder, orders } = climb(one.ladder, event)
    const changed = ladder !== one.ladder
    one.ladder = ladder
    if (changed) one.tell()
    for (const order of orders) {
      if (order.do === 'raise') raise(one, order.rung)
      else rungs[order.rung].lower(one.alert.id)
    }
    if (isSettled(one.ladder)) forgetUnheld(one)
  }

  /** What leaves by itself is never taken back, most often: it is not kept. */
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

  function begin(alert: AlertNotification, tell: (rungs: Climbed) => void): Running {
    if (running.has(alert.id)) withdraw(alert.id)
    const one: Running = {
      ladder: newLadder(ladderPlan(alert.kind, settings())),
      alert,
      waits: new Map(),
      tell: () => tell(one.ladder),
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
        const told = outcomesOf(ladder)
        if (Object.keys(told).length > 0) onRungs?.(told)
        resolveBy(told.notification, ladder.over, resolve)
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

/** What throws at once rejects. */
const askRung = async (rung: LadderRung, alert: AlertNotification): Promise<RungOutcome> => rung.raise(alert)

const isWalked = (ladder: Climbed): boolean => ladder.over || RUNGS.every((rung) => isAnswered(ladder, rung))
const isAnswered = ({ rungs }: Climbed, rung: Rung): boolean =>
  rungs[rung] !== undefined && rungs[rung] !== 'asked'

/** A notification that was taken back before the system said anything of it has no answer. */
function resolveBy(
  outcome: RungOutcome | undefined,
  over: boolean,
  resolve: (outcome: AlertOutcome) => void,
): void {
  if (outcome !== undefined && outcome !== 'given' && outcome !== 'off') resolve(outcome)
  else if (over) resolve('no-answer')
}
