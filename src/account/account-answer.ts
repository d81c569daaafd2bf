import type { AccountTest, Saved } from '../../core/contract.ts'
import { isolated } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** What the account's form can show. */
export type AccountAnswer =
  | { readonly kind: 'none' | 'testing' | 'no-answer' }
  | { readonly kind: 'missing'; readonly what: 'code' | 'extension' }
  | { readonly kind: 'tested'; readonly result: AccountTest; readonly extension: string }
  | { readonly kind: 'saving'; readonly result: Saved }

/** A sentence, and whether it reports success. */
export interface Feedback {
  readonly tone: 'good' | 'bad' | 'neutral'
  readonly text: string
}

const good = (text: string): Feedback => ({ tone: 'good', text })
const bad = (text: string): Feedback => ({ tone: 'bad', text })

/** The result in the agent's words; null if there is nothing to show. */
export function accountFeedback(answer: AccountAnswer, words: Words): Feedback | null {
  switch (answer.kind) {
    case 'none':
      return null
    case 'testing':
      return { tone: 'neutral', text: words.firstRun.testing }
    case 'no-answer':
      return bad(words.window.noAnswer)
    case 'missing':
      return bad(answer.what === 'code' ? words.firstRun.noCode : words.firstRun.noExtension)
    case 'tested':
      return testFeedback(answer.result, answer.extension, words)
    case 'saving':
      return savedFeedback(answer.result, words)
  }
}

/** The field that a result is about, if it is about a single one. */
export function wrongField(answer: AccountAnswer): 'code' | 'extension' | null {
  if (answer.kind === 'missing') return answer.what
  if (answer.kind === 'saving') return savedField(answer.result)
  return answer.kind === 'tested' ? testedField(answer.result) : null
}

function savedField(saved: Saved): 'code' | 'extension' | null {
  return saved.kind === 'not-saved' && (saved.key === 'code' || saved.key === 'extension') ? saved.key : null
}

function testedField(test: AccountTest): 'code' | 'extension' | null {
  if (test.kind === 'unknown-extension') return 'extension'
  const isCode = test.kind === 'failed' && test.failure.kind === 'refused' && test.failure.why === 'code'
  return isCode || test.kind === 'no-code' ? 'code' : null
}

/** What the user reads after saving; `saved` is null if main gave no response. */
export function savedFeedback(saved: Saved | null, words: Words): Feedback {
  if (saved === null) return bad(words.window.noAnswer)
  return saved.kind === 'saved' ? good(words.settings.saved) : bad(words.settings.notSaved[saved.why])
}

function testFeedback(test: AccountTest, extension: string, words: Words): Feedback {
  switch (test.kind) {
    case 'found':
      return good(foundLine(test, words))
    case 'unknown-extension':
      return bad(words.firstRun.unknownExtension(extension))
    case 'no-code':
      return bad(words.firstRun.noCode)
    case 'failed':
      return bad(words.firstRun.failed(test.failure))
  }
}

function foundLine(test: Extract<AccountTest, { kind: 'found' }>, words: Words): string {
  return [
    words.firstRun.found(isolated(test.name), test.extension),
    test.loggedIn ? words.firstRun.loggedIn : words.firstRun.nobodyLoggedIn,
    ...(test.calls > 0 ? [words.firstRun.foundCalls(test.calls)] : []),
  ].join(' · ')
}
