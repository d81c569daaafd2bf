import type { Clock } from '../../clock.ts'
import type { Failure } from '../../connection.ts'
import type { SeenCall, SeenExtension } from '../../domain.ts'
import { HTTP_LIMITS } from '../../telephony/client.ts'
import type { Attempt } from '../../telephony/attempt.ts'
import { seenCall, seenExtension } from '../../testing/seen.ts'
import { virtualClock } from '../../testing/virtual-clock.ts'
import { createSession } from '../session.ts'
import type { Session, SessionChange } from '../session-types.ts'

/** An actual call; times are true UTC, epoch ms. */
interface RealCall {
  readonly ivrid: string
  readonly phase: SeenCall['phase']
  readonly startedAt: number
  readonly answeredAt: number | null
}

/** An account with its own wall clock, watched by a computer with a wrong clock. */
export interface WatchedAccount {
  readonly session: Session
  readonly changes: readonly SessionChange[]
  readonly log: readonly string[]
  /** True UTC, epoch ms. */
  readonly trueNow: () => number
  /** Epoch ms by the watching computer. */
  readonly now: () => number
  readonly waiting: () => number
  readonly asked: () => number
  advance(ms: number): Promise<void>
  call(ivrid: string, phase: SeenCall['phase']): void
  hangUp(ivrid: string): void
  /** Sets the computer's clock forward (or back) by `ms`. */
  setClock(ms: number): void
  /** The failure of every further request; null for good responses. */
  fail(failure: Failure | 'hangs' | null): void
  /** By how many ms the displayed times of each call are wrong: `startedAt`, then `answeredAt`. */
  errors(): readonly number[]
}

export interface AccountParts {
  readonly startAt: number
  /** The computer's clock minus true time, ms. */
  readonly errorMs?: number
  /** Minutes by which the account's wall clock is ahead of UTC at a true instant. */
  readonly offsetAt: (at: number) => number
  readonly zone?: string
  readonly dated?: boolean
  readonly latencyMs?: number
}

export function watchAccount({
  startAt,
  offsetAt,
  errorMs = 0,
  zone = 'Asia/Jerusalem',
  dated = true,
  latencyMs = 200,
}: AccountParts): WatchedAccount {
  const time = virtualClock(startAt)
  const calls = new Map<string, RealCall>()
  const changes: SessionChange[] = []
  const lines: string[] = []
  let error = errorMs
  let failing: Failure | 'hangs' | null = null
  let asked = 0
  let last: { readonly text: string; readonly answer: readonly SeenExtension[] } | null = null
  const clock: Clock = { now: () => time.now() + error, after: time.after }
  const stamp = (at: number): number => Math.floor((at + offsetAt(at) * 60_000) / 1000)

  /** A response, which is the same object as the last one if its body would be the same. */
  function answer(): readonly SeenExtension[] {
    const seen = [seenExtension([...calls.values()].map(asSeen))]
    const text = JSON.stringify(seen)
    if (last?.text !== text) last = { text, answer: seen }
    return last.answer
  }

  const asSeen = ({ ivrid, phase, startedAt, answeredAt }: RealCall): SeenCall =>
    seenCall({
      ivrid,
      phase,
      answered: answeredAt !== null,
      startedApiSeconds: stamp(startedAt),
      answeredApiSeconds: answeredAt === null ? null : stamp(answeredAt),
    })

  const wait = (ms: number): Promise<void> => new Promise((resolve) => void time.after(ms, resolve))

  async function ask(): Promise<Attempt<readonly SeenExtension[]>> {
    const sentAt = clock.now()
    asked += 1
    if (failing === 'hangs') await new Promise(() => undefined)
    await wait(latencyMs / 2)
    if (failing !== null && failing !== 'hangs') return failing
    const now = answer()
    const serverDate = dated ? Math.floor(time.now() / 1000) * 1000 : null
    await wait(latencyMs / 2)
    return { kind: 'reached', answer: now, repairs: [], sentAt, receivedAt: clock.now(), serverDate }
  }

  const session = createSession({
    client: { limits: HTTP_LIMITS, extensions: ask },
    clock,
    random: () => 0.5,
    log: (line) => lines.push(line),
    extension: 'SIPSIP2',
    pollSeconds: 5,
    zone,
  })
  session.subscribe((change) => changes.push(change))

  return {
    session,
    changes,
    log: lines,
    trueNow: time.now,
    now: clock.now,
    waiting: time.waiting,
    asked: () => asked,
    advance: time.advance,
    call(ivrid, phase) {
      const before = calls.get(ivrid)
      const talks = phase === 'talking' || phase === 'held'
      const answeredAt = talks ? (before?.answeredAt ?? time.now()) : null
      calls.set(ivrid, { ivrid, phase, startedAt: before?.startedAt ?? time.now(), answeredAt })
    },
    hangUp: (ivrid) => void calls.delete(ivrid),
    setClock(ms) {
      error += ms
    },
    fail(failure) {
      failing = failure
    },
    errors: () =>
      session.state().calls.flatMap(({ ivrid, startedAt, answeredAt }) => {
        const real = calls.get(ivrid)
        if (real === undefined) return []
        const off = (shown: number, is: number): number => clock.now() - shown - (time.now() - is)
        return [
          off(startedAt, real.startedAt),
          ...(answeredAt === null || real.answeredAt === null ? [] : [off(answeredAt, real.answeredAt)]),
        ]
      }),
  }
}
