import type { Words } from '../words/words.ts'
import type { Decision } from './decision.ts'
import type { Method, RecordedAnswer, RecordingHeader } from './recording.ts'
import { createTapeClient } from './tape-client.ts'
import type { TapeClock } from './tape-clock.ts'
import { createTapeFetch } from './tape-fetch.ts'

/** The requests besides watching (everyone, queues, muting) and their outcomes. */
export interface SideRequests {
  ask(answer: RecordedAnswer): Promise<void>
  decisions(): readonly Decision[]
}

const NOBODY = new AbortController().signal

export function createSideRequests(header: RecordingHeader, clock: TapeClock, words: Words): SideRequests {
  const decisions: Decision[] = []
  const networks = { extensions: createTapeFetch(), queues: createTapeFetch(), mute: createTapeFetch() }

  function ask(method: Method) {
    const client = createTapeClient(networks[method].fetch, clock, header)
    switch (method) {
      case 'extensions':
        return client.extensions(null, NOBODY)
      case 'queues':
        return client.queues(null, NOBODY)
      case 'mute':
        return client.mute({ ivrid: '' }, true, NOBODY)
    }
  }

  async function outcomeOf(method: Method): Promise<string> {
    const attempt = await ask(method)
    if (attempt.kind !== 'reached') return words.failure(attempt)
    return 'kind' in attempt.answer ? attempt.answer.kind : `${attempt.answer.length}`
  }

  return {
    async ask({ method, sentAt, endedAt, outcome }) {
      if (outcome.kind === 'given-up') return
      await clock.turnTo(sentAt)
      const result = outcomeOf(method)
      await clock.turnTo(endedAt)
      networks[method].answer(outcome)
      decisions.push({ kind: 'asked', method, outcome: await result, at: clock.now() })
    },
    decisions: () => decisions,
  }
}
