import type { Copied } from '../../../core/contract.ts'
import type { CallKey, CopyWhat } from '../../../core/domain.ts'
import { copyWith } from '../../../core/templates/copy-with.ts'
import { cardTemplate } from '../../../core/templates/default-copy-templates.ts'
import type { ReadingStyle } from '../../../core/templates/spoken-value.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import { copyText } from '../../../core/words/copy-text.ts'

export interface CopyParts {
  readonly call: (key: CallKey) => TemplateCall | null
  readonly style: () => ReadingStyle
  /** Electron's clipboard: asynchronous, and in main only, since 44. */
  readonly write: (text: string) => Promise<unknown>
}

/**
 * Copies a detail of a call to the clipboard, or all of it as the default card. The returned function never rejects.
 */
export function createCopy({
  call,
  style,
  write,
}: CopyParts): (key: CallKey, what: CopyWhat) => Promise<Copied> {
  return (key, what) => {
    const found = call(key)
    return copyToClipboard(found === null ? '' : textOf(found, what, style()), write)
  }
}

function textOf(call: TemplateCall, what: CopyWhat, style: ReadingStyle): string {
  if (what !== 'card') return copyText(call, what, style.numberFormat)
  const card = copyWith(cardTemplate(style.words), call, style)
  return card.kind === 'text' ? card.text : ''
}

/** Copies a text to the clipboard with `write`; never rejects. An empty text leaves the clipboard alone. */
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
