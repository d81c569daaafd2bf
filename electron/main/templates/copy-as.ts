import type { Copied } from '../../../core/contract.ts'
import type { CallKey } from '../../../core/domain.ts'
import { type CopyTemplate } from '../../../core/templates/copy-template.ts'
import { copyWith } from '../../../core/templates/copy-with.ts'
import type { ReadingStyle } from '../../../core/templates/spoken-value.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import { copyToClipboard } from './copy-call.ts'

export interface CopyAsParts {
  readonly call: (key: CallKey) => TemplateCall | null
  /** Those in force, the default one first. */
  readonly templates: () => readonly CopyTemplate[]
  readonly style: () => ReadingStyle
  readonly write: (text: string) => Promise<unknown>
}

/**
 * Returns a function that copies a call to the clipboard with the copy template of that name, or with the default one
 * if the name is null. It never rejects; if the call or the template was removed, it copies nothing.
 */
export function createCopyAs({
  call,
  templates,
  style,
  write,
}: CopyAsParts): (key: CallKey, name: string | null) => Promise<Copied> {
  return (key, name) => {
    const [first] = templates()
    const template = name === null ? first : templates().find((one) => one.name === name)
    const found = call(key)
    const result = template === undefined || found === null ? null : copyWith(template, found, style())
    return copyToClipboard(result?.kind === 'text' ? result.text : '', write)
  }
}
