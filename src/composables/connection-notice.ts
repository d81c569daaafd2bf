import type { Connection } from '../../core/domain.ts'
import { leftToRight, timeOfDay } from '../../core/words/formats.ts'
import type { Words } from '../../core/words/words.ts'

/** What the agent must know of a connection that is not live. */
export interface ConnectionNotice {
  /** `stop`: someone has to do something. `wait`: Ringside goes on by itself. */
  readonly tone: 'wait' | 'stop'
  /** Said first and in bold; null where one sentence is enough. */
  readonly title: string | null
  readonly text: string
  readonly settings: boolean
  readonly retry: boolean
}

/** The notice for a connection; null while there is nothing to say. */
export function connectionNotice(
  connection: Connection,
  extension: string,
  words: Words,
): ConnectionNotice | null {
  switch (connection.kind) {
    case 'live':
      return null
    case 'paused':
      return connection.why === 'asleep'
        ? wait(null, words.connection.asleep)
        : { ...stop(null, words.connection.noAccount), retry: false }
    case 'connecting':
      return connection.failure === null ? null : wait(null, words.failure(connection.failure))
    case 'stale':
      return wait(since(connection.since, words), words.failure(connection.failure))
    case 'refused':
      return stop(since(connection.since, words), words.failure(connection))
    case 'unknown-extension':
      return stop(
        since(connection.since, words),
        words.connection.unknownExtensionLong(leftToRight(extension)),
      )
  }
}

const since = (at: number | null, words: Words): string | null =>
  at === null ? null : words.connection.staleSince(leftToRight(timeOfDay(at, words.locale)))

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
