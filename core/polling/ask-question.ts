import type { SeenExtension } from '../domain.ts'
import type { Attempt } from '../telephony/attempt.ts'
import type { Queue } from '../telephony/client.ts'
import type { Question } from './cadence.ts'
import type { SessionParts } from '../session/session-types.ts'

/** An answer, and what was asked. */
export type Told =
  | { readonly about: 'extension'; readonly extension: string; readonly seen: readonly SeenExtension[] }
  | { readonly about: 'everyone'; readonly seen: readonly SeenExtension[] }
  | { readonly about: 'queues'; readonly queues: readonly Queue[] }

/** Asks the API; `extension` is the one that is watched. One chosen queue is asked about alone. */
export async function askQuestion(
  { client, around }: Pick<SessionParts, 'client' | 'around'>,
  extension: string,
  question: Question,
  signal: AbortSignal,
): Promise<Attempt<Told>> {
  switch (question) {
    case 'extension':
      return as(await client.extensions(extension, signal), (seen) => ({ about: question, extension, seen }))
    case 'everyone':
      return as(await client.extensions(null, signal), (seen) => ({ about: question, seen }))
    case 'queues': {
      if (around === undefined) return { kind: 'unreachable', why: 'aborted' }
      const chosen = around.settings.queues
      const only = chosen !== 'all' && chosen.length === 1 ? (chosen[0] ?? null) : null
      return as(await around.client.queues(only, signal), (queues) => ({ about: question, queues }))
    }
  }
}

const as = <Answer>(attempt: Attempt<Answer>, told: (answer: Answer) => Told): Attempt<Told> =>
  attempt.kind === 'reached' ? { ...attempt, answer: told(attempt.answer) } : attempt
