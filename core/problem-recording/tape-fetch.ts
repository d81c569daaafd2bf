import { errorAgain, responseAgain } from './answer-again.ts'
import type { RecordedOutcome } from './recording.ts'

/** The network as it was recorded: a question is answered when, and as, the recording says. */
export interface TapeFetch {
  readonly fetch: typeof globalThis.fetch
  /** Answers the question under way, if there is one. A question that was given up gets none. */
  answer(outcome: RecordedOutcome): void
}

export function createTapeFetch(): TapeFetch {
  let before = ''
  let waiting: PromiseWithResolvers<Response> | null = null
  return {
    fetch: () => {
      waiting = Promise.withResolvers<Response>()
      return waiting.promise
    },
    answer(outcome) {
      switch (outcome.kind) {
        case 'response':
          if (outcome.body.kind === 'json') before = outcome.body.text
          return waiting?.resolve(responseAgain(outcome, before))
        case 'failed':
          return waiting?.reject(errorAgain(outcome.failure))
        case 'given-up':
          return
      }
    },
  }
}
