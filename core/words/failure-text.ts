import type { Doubt, Failure } from '../connection.ts'

/** What a language says of each failure: what happened, and what to do. */
export interface FailureSentences {
  readonly address: string
  readonly code: string
  readonly limited: string
  /** HTTP status 4xx. */
  readonly unknownQuestion: (status: number) => string
  readonly httpFault: (status: number) => string
  /** `err` is Voicenter's own number. */
  readonly ownFault: (err: number) => string
  readonly malformed: Readonly<Record<Extract<Failure, { kind: 'malformed' }>['why'], string>>
  readonly unreachable: Readonly<Record<Extract<Failure, { kind: 'unreachable' }>['why'], string>>
}

/** The sentence for a failure, out of a language's own. */
export function failureText(sentences: FailureSentences): (failure: Failure) => string {
  return (failure) => {
    switch (failure.kind) {
      case 'refused':
        return sentences[failure.why]
      case 'limited':
        return sentences.limited
      case 'faulty':
        return faultText(failure, sentences)
      case 'malformed':
        return sentences.malformed[failure.why]
      case 'unreachable':
        return sentences.unreachable[failure.why]
    }
  }
}

/** The same, and what a language says of a response that was not taken. */
export function connectionText(
  sentences: FailureSentences,
  doubt: Readonly<Record<Doubt['why'], string>>,
): (failure: Failure | Doubt) => string {
  const text = failureText(sentences)
  return (failure) => (failure.kind === 'doubtful' ? doubt[failure.why] : text(failure))
}

function faultText(
  { status, err }: Extract<Failure, { kind: 'faulty' }>,
  sentences: FailureSentences,
): string {
  if (status >= 400 && status < 500) return sentences.unknownQuestion(status)
  return err === null ? sentences.httpFault(status) : sentences.ownFault(err)
}
