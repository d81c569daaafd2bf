import type { Connection } from '../../core/connection.ts'
import type { StartWords as Words } from '../../core/words/words.ts'

/** The state of the connection in a word or two. */
export function connectionWord(connection: Connection, words: Words): string {
  switch (connection.kind) {
    case 'paused':
      return words.connection.paused
    case 'connecting':
      return words.connection.connecting
    case 'live':
      return words.connection.live
    case 'stale':
      return words.connection.stale
    case 'refused':
      return words.connection.refused
    case 'unknown-extension':
      return words.connection.unknownExtension
  }
}
