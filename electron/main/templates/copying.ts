import type { Copied, TeamCopyWhat, TemplatePreview } from '../../../core/contract.ts'
import type { Requests } from '../../../core/ipc/channels.ts'
import type { CallKey, CopyWhat } from '../../../core/domain.ts'
import type { ReadingStyle } from '../../../core/templates/spoken-value.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import { phoneText } from '../../../core/words/formats.ts'
import type { Words } from '../../../core/words/words.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Configuration } from '../settings/configuration.ts'
import { createCopyAs } from './copy-as.ts'
import { copyToClipboard, createCopy } from './copy-call.ts'
import { createTemplatePreview } from './template-preview.ts'

/** Everything the user copies, and template previews. Nothing here rejects. */
export interface Copying {
  readonly copy: (key: CallKey, what: CopyWhat) => Promise<Copied>
  readonly copyAs: (key: CallKey, template: string | null) => Promise<Copied>
  readonly copyWaiting: (queueId: string, callId: string) => Promise<Copied>
  readonly copyTeam: (extension: string, what: TeamCopyWhat) => Promise<Copied>
  readonly previewTemplate: (...args: Parameters<Requests['template:preview']>) => TemplatePreview
}

export interface CopyingParts {
  readonly companion: Pick<Companion, 'templateCall' | 'waitingPhone' | 'teamRow'>
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
    copyTeam(extension, what) {
      const row = companion.teamRow(extension)
      const isMasked = configuration.settings().maskTeamNumbers
      const phone = row === null || isMasked ? null : (row.caller?.phone ?? null)
      const number = phone === null || phone.kind === 'withheld' ? '' : phoneText(phone, style().numberFormat)
      return copyToClipboard(what === 'caller' ? number : (row?.extension ?? ''), write)
    },
    previewTemplate: createTemplatePreview({ lastCall, style, now }),
  }
}
