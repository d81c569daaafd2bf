import type { DialWhy, NotPlaced } from '../dialling/dial-state.ts'
import type { DialRefusal } from '../telephony/telephony-client.ts'
import { failureText, type FailureSentences } from './failure-text.ts'

/** A language's sentences for why a call wasn't placed or ended, and what to do. */
export interface DialSentences {
  readonly notPlaced: Readonly<Record<NotPlaced, string>>
  readonly declined: Readonly<Record<Exclude<DialRefusal, 'other'>, string>>
  /** `code` is Voicenter's own number. */
  readonly other: (code: string) => string
  /** The server at this address doesn't recognise the request. */
  readonly wrongServer: string
  readonly unreadable: string
}

export function dialText(sentences: DialSentences, failures: FailureSentences): (why: DialWhy) => string {
  const { wrongServer, unreadable } = sentences
  const ofFailure = failureText({
    ...failures,
    unknownRequest: () => wrongServer,
    malformed: {
      ...failures.malformed,
      ...{
        'not-json': unreadable,
        'wrong-shape': unreadable,
        'too-large': unreadable,
        'cut-short': unreadable,
      },
      redirect: wrongServer,
    },
  })
  return (why) => {
    switch (why.kind) {
      case 'not-placed':
        return sentences.notPlaced[why.why]
      case 'declined':
        return why.why === 'other' ? sentences.other(why.code) : sentences.declined[why.why]
      case 'refused':
      case 'limited':
      case 'faulty':
      case 'malformed':
      case 'unreachable':
        return ofFailure(why)
    }
  }
}
