import type { Copied, Requests, TemplatePreview } from '../../core/contract.ts'
import type { CallKey, CopyWhat } from '../../core/domain.ts'
import type { ReadingStyle } from '../../core/templates/spoken-value.ts'
import type { TemplateCall } from '../../core/templates/template-call.ts'
import { phoneText } from '../../core/words/formats.ts'
import type { Words } from '../../core/words/words.ts'
import type { Companion } from './companion.ts'
import type { Configuration } from './configuration.ts'
import { createCopyAs } from './copy-as.ts'
import { copyToClipboard, createCopy } from './copy-call.ts'
import { createTemplatePreview } from './template-preview.ts'

/** Everything that a person copies, and what a template would give. Nothing here rejects. */
export interface Copying {
  readonly copy: (key: CallKey, what: CopyWhat) => Promise<Copied>
  readonly copyAs: (key: CallKey, template: string | null) => Promise<Copied>
  readonly copyWaiting: (queueId: string, callId: string) => Promise<Copied>
  readonly previewTemplate: (...args: Parameters<Requests['template:preview']>) => TemplatePreview
}

export interface CopyingParts {
  readonly companion: Pick<Companion, 'templateCall' | 'waitingPhone'>
  /** The call that previews show; null for a sample. */
  readonly lastCall: () => TemplateCall | null
  readonly configuration: Pick<Configuration, 'settings' | 'copyTemplates'>
  readonly words: () => Words
  readonly now: () => number
  readonly write: (text: string) => Promise<unknown>
}

export function createCopying({
  companion,
  lastCall,
  configuration,
  words,
  now,
  write,
}: CopyingParts): Copying {
  const call = companion.templateCall
  const templates = configuration.copyTemplates
  const style = (): ReadingStyle => ({
    words: words(),
    numberFormat: configuration.settings().numberFormat,
  })
  return {
    copy: createCopy({ call, style, write }),
    copyAs: createCopyAs({ call, templates, style, write }),
    copyWaiting(queueId, callId) {
      const phone = companion.waitingPhone(queueId, callId)
      return copyToClipboard(phone === null ? '' : phoneText(phone, style().numberFormat), write)
    },
    previewTemplate: createTemplatePreview({ lastCall, style, now }),
  }
}
