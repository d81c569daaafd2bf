import type { Failure } from '../connection.ts'
import { failureText, type FailureSentences } from './failure-text.ts'

/** A language's sentences for failures that are different for the call log. */
export interface CallLogSentences {
  readonly limited: string
  readonly wrongShape: string
  readonly tooLarge: string
  readonly timeout: string
  readonly unknownRequest: (status: number) => string
  /** The API doesn't accept the dates of a request. */
  readonly dates: string
}

const DATES = 5 // the API's number for it

export function callLogFailure(
  failures: FailureSentences,
  own: CallLogSentences,
): (failure: Failure) => string {
  return failureText({
    ...failures,
    limited: own.limited,
    unknownRequest: own.unknownRequest,
    ownFault: (err) => (err === DATES ? own.dates : failures.ownFault(err)),
    malformed: { ...failures.malformed, 'wrong-shape': own.wrongShape, 'too-large': own.tooLarge },
    unreachable: { ...failures.unreachable, timeout: own.timeout },
  })
}
