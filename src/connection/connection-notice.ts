import type { Connection, Doubt, Failure } from '../../core/connection.ts'
import { timeOfDay } from '../../core/words/formats.ts'
import type { StartWords as Words } from '../../core/words/words.ts'

/** What the agent must know about a connection that is not live. */
export interface ConnectionNotice {
  /** `stop`: the user must act. `wait`: Ringside continues automatically. */
  readonly tone: 'wait' | 'stop'
  /** Shown first and in bold; null if one sentence is enough. */
  readonly title: string | null
  readonly text: string
  readonly settings: boolean
  readonly retry: boolean
}

export interface NoticeParts {
  readonly extension: string
  /** What the stored code waits for: nothing, a keychain that is opening, or the user. */
  readonly keychain: 'open' | 'opening' | 'asks'
  readonly words: Words
}

/** The notice for a connection; null while there is nothing to say. */
export function connectionNotice(
  connection: Connection,
  { extension, keychain, words }: NoticeParts,
): ConnectionNotice | null {
  switch (connection.kind) {
    case 'live':
      return null
    case 'paused':
      if (connection.why === 'asleep') return wait(null, words.connection.asleep)
      return withoutAccount(keychain, words)
    case 'connecting':
      return connection.failure === null ? null : wait(null, words.failure(connection.failure))
    case 'stale':
      return wait(
        connection.failure.kind === 'doubtful'
          ? lastGood(connection.since, words)
          : words.connection.staleSince(time(connection.since, words)),
        whatToDo(connection.failure, words),
      )
    case 'refused':
      return stop(lastGood(connection.since, words), words.failure(connection))
    case 'unknown-extension':
      return stop(lastGood(connection.since, words), words.connection.unknownExtensionLong(extension))
  }
}

/** Until the keychain has provided the code there is nothing to set up. */
function withoutAccount(keychain: NoticeParts['keychain'], words: Words): ConnectionNotice | null {
  if (keychain === 'opening') return null
  if (keychain === 'asks') return { ...wait(null, words.connection.keychainWaits), retry: false }
  return { ...stop(null, words.connection.noAccount), retry: false }
}

/** The lost connection has already been reported: if nothing else is known, only what to do is added. */
function whatToDo(failure: Failure | Doubt, words: Words): string {
  const known = failure.kind !== 'unreachable' || !NO_NETWORK.includes(failure.why)
  return known ? words.failure(failure) : words.connection.checkNetwork
}

const NO_NETWORK: readonly Extract<Failure, { kind: 'unreachable' }>['why'][] = [
  'network',
  'connection-lost',
  'aborted',
]

const time = (at: number, words: Words): string => timeOfDay(at, words.locale)

/** Voicenter responds, but not with calls: "no connection" would be wrong. */
const lastGood = (at: number | null, words: Words): string | null =>
  at === null ? null : words.connection.lastGood(time(at, words))

const wait = (title: string | null, text: string): ConnectionNotice => ({
  tone: 'wait',
  title,
  text,
  settings: false,
  retry: true,
})
const stop = (title: string | null, text: string): ConnectionNotice => ({
  tone: 'stop',
  title,
  text,
  settings: true,
  retry: true,
})
