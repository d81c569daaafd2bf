import type { NotDone } from '../recording-guard/guard-state.ts'

/** A language's sentences for why a recording wasn't muted or resumed, or may not have been; and what to do. */
export interface NotDoneSentences {
  readonly noSuchCall: string
  /** `code` is Voicenter's own. */
  readonly notDone: (code: string) => string
  readonly address: string
  readonly code: string
  readonly limited: string
  readonly fault: (number: number) => string
  readonly webPage: string
  /** The address of the recording server is wrong. */
  readonly wrongServer: string
  readonly unreadable: string
  readonly unreachable: string
  readonly insecure: string
  readonly timeout: string
  readonly brokeOff: string
  readonly notWatched: string
}

/** Returns a function that picks the sentence for a reason. */
export function notDoneText(sentences: NotDoneSentences): (why: NotDone) => string {
  return (why) => {
    switch (why.kind) {
      case 'no-such-call':
        return sentences.noSuchCall
      case 'not-done':
        return sentences.notDone(why.code)
      case 'refused':
        return sentences[why.why]
      case 'limited':
        return sentences.limited
      case 'faulty':
        return why.status === 404 || why.status === 405
          ? sentences.wrongServer
          : sentences.fault(why.err ?? why.status)
      case 'malformed':
        return malformedText(why.why, sentences)
      case 'unreachable':
        return unreachableText(why.why, sentences)
    }
  }
}

function malformedText(
  why: Extract<NotDone, { kind: 'malformed' }>['why'],
  { webPage, wrongServer, unreadable }: NotDoneSentences,
): string {
  switch (why) {
    case 'web-page':
      return webPage
    case 'redirect':
      return wrongServer
    case 'not-json':
    case 'wrong-shape':
    case 'too-large':
    case 'cut-short':
      return unreadable
  }
}

function unreachableText(
  why: Extract<NotDone, { kind: 'unreachable' }>['why'],
  sentences: NotDoneSentences,
): string {
  switch (why) {
    case 'dns':
    case 'connection-refused':
    case 'proxy-login':
      return sentences.unreachable
    case 'tls':
    case 'insecure-url':
      return sentences.insecure
    case 'timeout':
      return sentences.timeout
    case 'connection-lost':
    case 'network':
      return sentences.brokeOff
    case 'aborted':
      return sentences.notWatched
  }
}
