import type { Doubt, Failure } from '../connection.ts'

/** The sentences of a language for each failure: what happened, and what to do. */
export interface FailureSentences {
  readonly address: string
  readonly code: string
  readonly limited: string
  /** HTTP status 4xx. */
  readonly unknownRequest: (status: number) => string
  readonly httpFault: (status: number) => string
  /** `err` is Voicenter's own number. */
  readonly ownFault: (err: number) => string
  readonly malformed: Readonly<Record<Extract<Failure, { kind: 'malformed' }>['why'], string>>
  readonly unreachable: Readonly<Record<Extract<Failure, { kind: 'unreachable' }>['why'], string>>
}

/** Returns a function that picks the sentence for a failure. */
export function failureText(sentences: FailureSentences): (failure: Failure) => string {
  return (failure) => {
    switch (failure.kind) {
      case 'refused':
        return sentences[failure.why]
      case 'limited':
        return sentences.limited
      case 'faulty':
        if (isUnknownRequest(failure.status)) return sentences.unknownRequest(failure.status)
        return failure.err === null ? sentences.httpFault(failure.status) : sentences.ownFault(failure.err)
      case 'malformed':
        return sentences.malformed[failure.why]
      case 'unreachable':
        return sentences.unreachable[failure.why]
    }
  }
}

/**
 * Like `failureText`, plus the consequence if the failure may resolve: `limited` if Voicenter asks for fewer requests.
 */
export function failureTextThen(
  sentences: FailureSentences,
  others: string,
  limited = others,
): (failure: Failure) => string {
  const text = failureText(sentences)
  return (failure) =>
    mayPass(failure) ? `${text(failure)} ${failure.kind === 'limited' ? limited : others}` : text(failure)
}

/** Like `failureText`, plus a sentence for a response that wasn't accepted. */
export function connectionText(
  sentences: FailureSentences,
  { limited, others }: { readonly limited: string; readonly others: string },
  doubt: Readonly<Record<Doubt['why'], string>>,
): (failure: Failure | Doubt) => string {
  const text = failureTextThen(sentences, others, limited)
  return (failure) => (failure.kind === 'doubtful' ? doubt[failure.why] : text(failure))
}

const PASSING: ReadonlySet<string> = new Set(
  'not-json cut-short connection-refused connection-lost timeout network'.split(' '),
)

function mayPass(failure: Failure): boolean {
  if (failure.kind === 'faulty') return !isUnknownRequest(failure.status)
  return failure.kind === 'limited' || PASSING.has(failure.why)
}

const isUnknownRequest = (status: number): boolean => status >= 400 && status < 500
