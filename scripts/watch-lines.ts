import { dequal } from 'dequal'
import type { Connection } from '../core/connection.ts'
import type { CallEvent } from '../core/domain.ts'
import type { SessionChange } from '../core/session/session-types.ts'
import { timeOfDay } from '../core/words/formats.ts'
import type { Words } from '../core/words/words.ts'

export interface WatchLinesParts {
  readonly now: () => number
  /** One JSON object, without the line break. */
  readonly out: (line: string) => void
  /** One sentence for a person. */
  readonly say: (sentence: string) => void
  readonly words: Words
  readonly extension: string
}

/** Turns session changes into lines: the connection when it changed, then each event. */
export function createWatchLines({ now, out, say, words, extension }: WatchLinesParts): {
  tell(change: SessionChange): void
} {
  let connection: Connection | null = null
  return {
    tell({ state, events }) {
      if (connection === null || !dequal(connection, state.connection)) {
        connection = state.connection
        out(JSON.stringify(connectionLine(connection, now())))
        say(connectionSentence(connection, extension, words))
      }
      for (const event of events) out(JSON.stringify(eventLine(event)))
    },
  }
}

const iso = (at: number): string => new Date(at).toISOString()

/** A connection line: `state`, `since` if there is one, and `failure` with its kind and reason. */
export function connectionLine(connection: Connection, at: number): Record<string, unknown> {
  const { kind, ...rest } = connection
  const known = Object.entries(rest).filter(([, value]) => value !== null)
  return {
    type: 'connection',
    at: iso(at),
    state: kind,
    ...Object.fromEntries(
      known.map(([key, value]) => [key, key === 'since' && typeof value === 'number' ? iso(value) : value]),
    ),
  }
}

/** A call event's line. Numbers and names as the API wrote them; times in ISO UTC; `talkSeconds` only on the end. */
export function eventLine(event: CallEvent): Record<string, unknown> {
  const { call } = event
  return {
    type: event.type,
    at: iso(event.at),
    extension: call.extension,
    ivrid: call.ivrid,
    phone: call.phone.received,
    name: call.name,
    did: call.did?.received ?? '',
    direction: call.direction,
    status: call.phase === 'other' ? call.statusWord : call.phase,
    ...(event.type === 'answered' ? { unseen: event.unseen } : {}),
    ...(event.type === 'ended' ? { outcome: event.outcome, talkSeconds: event.talkSeconds } : {}),
  }
}

function connectionSentence(connection: Connection, extension: string, words: Words): string {
  switch (connection.kind) {
    case 'paused':
      return words.connection.asleep
    case 'connecting':
      return connection.failure === null ? words.connection.connectingLong : words.failure(connection.failure)
    case 'live':
      return words.terminal.live
    case 'stale':
      return `${words.terminal.staleSince(timeOfDay(connection.since, words.locale))} ${words.failure(connection.failure)}`
    case 'refused':
      return words.failure(connection)
    case 'unknown-extension':
      return words.connection.unknownExtensionLong(extension)
  }
}
