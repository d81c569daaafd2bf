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
      case 'unreachable':
        return sentences[WITHOUT_RESPONSE[why.why]]
    }
  }
}

/** Which sentence says that the response can't be used, or that there was none. */
const WITHOUT_RESPONSE = {
  'web-page': 'webPage',
  redirect: 'wrongServer',
  'not-json': 'unreadable',
  'wrong-shape': 'unreadable',
  'too-large': 'unreadable',
  'cut-short': 'unreadable',
  dns: 'unreachable',
  'connection-refused': 'unreachable',
  'proxy-login': 'unreachable',
  tls: 'insecure',
  'insecure-url': 'insecure',
  timeout: 'timeout',
  'connection-lost': 'brokeOff',
  network: 'brokeOff',
  aborted: 'notWatched',
} as const satisfies Readonly<
  Record<Extract<NotDone, { kind: 'malformed' | 'unreachable' }>['why'], keyof NotDoneSentences>
>
