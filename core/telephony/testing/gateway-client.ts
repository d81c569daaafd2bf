import type { ReadExtension } from '../../domain.ts'
import type { Attempt } from '../attempt.ts'
import type { DialAnswer, TelephonyClient } from '../telephony-client.ts'

/** What a gateway allows an agent: it holds the code, and the agent's token replaces it. */
export interface AgentRights {
  readonly extension: string
  /** The gateway's own limit on placed calls, whatever the agent's settings are. */
  readonly dials: number
  /** The prefixes that may be called; none for all. */
  readonly prefixes: readonly string[]
}

/**
 * A test double of a gateway in front of the account: the same port, restricted to one agent. The gateway determines
 * the extension of an action, so a request for another one is refused; long polling needs no pause between requests, so
 * its limits differ.
 */
export function gatewayClient(account: TelephonyClient, rights: AgentRights): TelephonyClient {
  const { extension: own } = rights
  let dials = 0

  const refused = (message: string): Attempt<DialAnswer> => ({
    kind: 'reached',
    answer: { kind: 'declined', why: 'blocked', code: '4', message },
    repairs: [],
    sentAt: 0,
    receivedAt: 0,
    serverDate: null,
  })
  const mayCall = (target: string): boolean =>
    rights.prefixes.length === 0 || rights.prefixes.some((prefix) => target.startsWith(prefix))

  return {
    limits: { ...account.limits, requestMs: account.limits.requestMs + 25_000, blindMs: 60_000 },
    async extensions(extension, signal) {
      const attempt = await account.extensions(own, signal)
      if (attempt.kind !== 'reached' || extension === null || extension === own) return attempt
      return { ...attempt, answer: NONE }
    },
    queues: (queue, signal) => account.queues(queue, signal),
    async mute(target, muted, signal) {
      if ('extension' in target) return account.mute({ extension: own }, muted, signal)
      const seen = await account.extensions(own, signal)
      const isOwn =
        seen.kind === 'reached' &&
        seen.answer.some(({ calls }) => calls.some(({ ivrid }) => ivrid === target.ivrid))
      if (seen.kind !== 'reached' || isOwn) return account.mute(target, muted, signal)
      return { ...seen, answer: { kind: 'no-such-call' }, repairs: [] }
    },
    async dial(order, signal) {
      if (order.extension !== own) return refused('Not your extension')
      if (!mayCall(order.target)) return refused('Not to this number')
      if (dials >= rights.dials) return refused('Too many calls')
      dials += 1
      return account.dial(order, signal)
    },
    setStatus: (change, signal) => account.setStatus({ ...change, extension: own }, signal),
    hangUp: (extension, signal) =>
      extension === own ? account.hangUp(own, signal) : Promise.resolve(refused('Not your extension')),
  }
}

const NONE: readonly ReadExtension[] = []
