import type { AlertCommand, AlertNotification } from '../../../core/alerts/notification.ts'
import { planNotifications } from '../../../core/alerts/plan-notifications.ts'
import type { Clock } from '../../../core/clock.ts'
import type { AlertOutcome } from '../../../core/contract.ts'
import type { CallKey, RungOutcomes } from '../../../core/domain.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { SessionChange } from '../../../core/session/session-types.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import type { Words } from '../../../core/words/words.ts'

/** The alerts of the rings, each in the ring ledger with what became of it. */
export interface RingAlerts {
  /** Shows and takes back what this step asks for. The journal must have recorded the step before. */
  follow(change: SessionChange): void
  /** Takes back every ring that is shown: its calls are watched no more. */
  takeBack(): void
}

export interface RingAlertParts {
  readonly clock: Pick<Clock, 'now'>
  readonly journal: () => Pick<Journal, 'ringOf' | 'wasAlerted' | 'noteRing'>
  readonly settings: () => Settings
  readonly words: () => Words
  readonly pausedUntil: () => number | null
  readonly show: (
    notification: AlertNotification,
    onRungs?: (rungs: RungOutcomes) => void,
  ) => Promise<AlertOutcome>
  readonly withdraw: (id: string) => void
  /** Told each command as it is carried out. */
  readonly onCommand: (command: AlertCommand) => void
}

interface ShownRing {
  readonly call: CallKey
  readonly ringId: string | null
}

export function createRingAlerts(parts: RingAlertParts): RingAlerts {
  const { clock, journal, settings } = parts
  const shown = new Map<string, ShownRing>()

  function follow(change: SessionChange): void {
    const commands = planNotifications({
      events: change.events,
      blind: change.blind,
      calls: change.state.calls,
      shown: new Map([...shown].map(([id, { call }]) => [id, call])),
      alerted: (call) => journal().wasAlerted(call),
      settings: settings(),
      pausedUntil: parts.pausedUntil(),
      now: clock.now(),
      words: parts.words(),
    })
    for (const command of commands) carryOut(command, change)
    noteUnshown(change)
  }

  function carryOut(command: AlertCommand, change: SessionChange | null): void {
    parts.onCommand(command)
    if (command.do === 'withdraw') return withdraw(command.id)
    const { notification } = command
    if (notification.kind === 'ring' && notification.call !== null)
      return showRing(notification, notification.call, change)
    void parts.show(notification)
  }

  function showRing(notification: AlertNotification, call: CallKey, change: SessionChange | null): void {
    const ringId = journal().ringOf(call)?.ringId ?? null
    const noteRing = journal().noteRing
    shown.set(notification.id, { call, ringId })
    if (ringId !== null) noteRing(ringId, { askedAt: clock.now(), ...pollTimes(change) })
    const noteRungs = (rungs: RungOutcomes): void => {
      if (ringId !== null) noteRing(ringId, { rungs })
    }
    void parts.show(notification, noteRungs).then((outcome) => {
      if (ringId !== null) noteRing(ringId, { outcome, outcomeAt: clock.now() })
    })
  }

  function withdraw(id: string): void {
    const ringId = shown.get(id)?.ringId ?? null
    shown.delete(id)
    parts.withdraw(id)
    if (ringId !== null) journal().noteRing(ringId, { withdrawnAt: clock.now() })
  }

  /** A ring that nobody was told of, because the person wanted it so: the ledger says that too. */
  function noteUnshown(change: SessionChange): void {
    for (const { type, call } of change.events) {
      const ring = type === 'ringing' ? journal().ringOf(call.key) : null
      if (ring === null || ring.askedAt !== null || ring.outcome !== null) continue
      const outcome = settings().alertOnRing ? 'paused' : 'off'
      journal().noteRing(ring.ringId, { outcome, outcomeAt: clock.now(), ...pollTimes(change) })
    }
  }

  return {
    follow,
    takeBack: () => [...shown.keys()].forEach((id) => carryOut({ do: 'withdraw', id }, null)),
  }
}

const pollTimes = (change: SessionChange | null): { pollSentAt?: number; pollAnsweredAt?: number } =>
  change?.poll ? { pollSentAt: change.poll.sentAt, pollAnsweredAt: change.poll.receivedAt } : {}
