import { errorAgain, responseAgain } from './answer-again.ts'
import type { RecordedOutcome } from './recording.ts'

/** The recorded network: each response arrives when, and as, the recording says. */
export interface TapeFetch {
  readonly fetch: typeof globalThis.fetch
  /** Responds to the request in flight, if there is one. An abandoned request gets no response. */
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
