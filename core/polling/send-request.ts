import type { ReadExtension } from '../domain.ts'
import type { Attempt } from '../telephony/attempt.ts'
import type { Queue, TelephonyClient } from '../telephony/telephony-client.ts'
import type { RequestKind } from './cadence.ts'

/** What a good response contains, and what it is about. */
export type Polled =
  | { readonly about: 'extension'; readonly extension: string; readonly seen: readonly ReadExtension[] }
  | { readonly about: 'everyone'; readonly seen: readonly ReadExtension[] }
  | { readonly about: 'queues'; readonly queues: readonly Queue[] }

/** What can be requested: the watched extension (SIP code), and the queue where there is only one. */
export interface Subjects {
  readonly extension: string
  readonly queue: string | null
}

export async function sendRequest(
  client: Pick<TelephonyClient, 'extensions' | 'queues'>,
  kind: RequestKind,
  { extension, queue }: Subjects,
  signal: AbortSignal,
): Promise<Attempt<Polled>> {
  switch (kind) {
    case 'extension':
      return as(await client.extensions(extension, signal), (seen) => ({ about: kind, extension, seen }))
    case 'everyone':
      return as(await client.extensions(null, signal), (seen) => ({ about: kind, seen }))
    case 'queues':
      return as(await client.queues(queue, signal), (queues) => ({ about: kind, queues }))
  }
}

const as = <Answer>(attempt: Attempt<Answer>, polled: (answer: Answer) => Polled): Attempt<Polled> =>
  attempt.kind === 'reached' ? { ...attempt, answer: polled(attempt.answer) } : attempt
