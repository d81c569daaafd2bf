import type { Copied } from '../../core/contract.ts'
import type { CallKey, CopyWhat } from '../../core/domain.ts'
import type { Settings } from '../../core/settings.ts'
import { copyText, type Copyable } from '../../core/words/copy-text.ts'
import type { Words } from '../../core/words/words.ts'

export interface CopyParts {
  readonly call: (key: CallKey) => Copyable | null
  readonly settings: () => Settings
  readonly words: () => Words
  /** Electron's clipboard: asynchronous, and in main only, since 44. */
  readonly write: (text: string) => Promise<unknown>
}

/** Puts a detail of a call on the clipboard. The returned function never rejects. */
export function createCopy({
  call,
  settings,
  words,
  write,
}: CopyParts): (key: CallKey, what: CopyWhat) => Promise<Copied> {
  return (key, what) => {
    const found = call(key)
    return copyToClipboard(found === null ? '' : copyText(found, what, settings(), words()), write)
  }
}

/** Puts a text on the clipboard by `write`; never rejects. An empty text leaves the clipboard alone. */
export async function copyToClipboard(
  text: string,
  write: (text: string) => Promise<unknown>,
): Promise<Copied> {
  if (text === '') return { kind: 'nothing-to-copy' }
  try {
    await write(text)
    return { kind: 'copied' }
  } catch {
    return { kind: 'failed' }
  }
}
