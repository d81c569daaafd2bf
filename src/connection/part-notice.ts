import type { PartConnection } from '../../core/connection.ts'
import { timeOfDay } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** What to show for a part of the watch that is not live. */
export interface PartNotice {
  readonly tone: 'wait' | 'stop'
  readonly title: string
  readonly text: string
}

/** The notice of the queues or the team; null if there is nothing to show. `callsLive`: the calls are not affected. */
export function partNotice(
  connection: PartConnection,
  part: 'queues' | 'team',
  callsLive: boolean,
  words: Words,
): PartNotice | null {
  const time = (at: number): string => timeOfDay(at, words.locale)
  const notice = (tone: PartNotice['tone'], title: string, ...said: readonly string[]): PartNotice => ({
    tone,
    title,
    text: [...said, ...(callsLive ? [words.queues.callsGoOn] : [])].join(' '),
  })
  switch (connection.kind) {
    case 'off':
    case 'live':
      return null
    case 'connecting':
      return connection.failure === null
        ? null
        : notice('wait', words[part].notKnown, words.failure(connection.failure))
    case 'stale':
      return notice('wait', words[part].staleSince(time(connection.since)), words.failure(connection.failure))
    case 'refused': {
      const from = connection.since === null ? [] : [words.queues.lastGood(time(connection.since))]
      return notice('stop', words[part].refused, words.failure(connection), ...from)
    }
  }
}
