import type { Connection } from '../../core/connection.ts'
import type { StartWords as Words } from '../../core/words/words.ts'

/** The state of the connection in a word or two. */
export const connectionWord = ({ kind }: Connection, { connection }: Words): string =>
  connection[kind === 'unknown-extension' ? 'unknownExtension' : kind]
