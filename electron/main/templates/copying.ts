import type { Copied, TeamCopyWhat, TemplatePreview } from '../../../core/contract.ts'
import type { CallKey, CopyWhat, Phone } from '../../../core/domain.ts'
import type { CopyTemplate } from '../../../core/templates/copy-template.ts'
import { copyWith } from '../../../core/templates/copy-with.ts'
import { cardTemplate } from '../../../core/templates/default-copy-templates.ts'
import { parseTemplate } from '../../../core/templates/parse-template.ts'
import { sampleCall } from '../../../core/templates/sample-call.ts'
import type { ReadingStyle } from '../../../core/templates/spoken-value.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import { copyText } from '../../../core/words/copy-text.ts'
import { phoneText } from '../../../core/words/formats.ts'
import type { Words } from '../../../core/words/words.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Configuration } from '../settings/configuration.ts'
import { copyToClipboard } from './copy-to-clipboard.ts'

/** Everything the user copies, and template previews. Nothing here rejects; what was removed copies nothing. */
export interface Copying {
  /** A detail of a call, or all of it as the default card. */
  readonly copy: (key: CallKey, what: CopyWhat) => Promise<Copied>
  /** A call, with the copy template of that name, or with the default one if it is null. */
  readonly copyAs: (key: CallKey, template: string | null) => Promise<Copied>
  readonly copyWaiting: (queueId: string, callId: string) => Promise<Copied>
  readonly copyTeam: (extension: string, what: TeamCopyWhat) => Promise<Copied>
  /** What a template being typed would copy, and its errors. Text with errors is shown too. */
  readonly previewTemplate: (template: Pick<CopyTemplate, 'template' | 'format'>) => TemplatePreview
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

export function createCopying({ companion, configuration, words, ...parts }: CopyingParts): Copying {
  const style = (): ReadingStyle => ({
    words: words(),
    numberFormat: configuration.settings().numberFormat,
  })
  const put = (text: string): Promise<Copied> => copyToClipboard(text, parts.write)
  const putPhone = (phone: Phone | null): Promise<Copied> =>
    put(phone === null ? '' : phoneText(phone, style().numberFormat))

  function putCard(call: TemplateCall | null, template: CopyTemplate | undefined): Promise<Copied> {
    const card = template === undefined || call === null ? null : copyWith(template, call, style())
    return put(card?.kind === 'text' ? card.text : '')
  }

  return {
    copy(key, what) {
      const call = companion.templateCall(key)
      if (what === 'card') return putCard(call, cardTemplate(words()))
      return put(call === null ? '' : copyText(call, what, style().numberFormat))
    },
    copyAs(key, name) {
      const templates = configuration.copyTemplates()
      const template = name === null ? templates[0] : templates.find((one) => one.name === name)
      return putCard(companion.templateCall(key), template)
    },
    copyWaiting: (queueId, callId) => putPhone(companion.waitingPhone(queueId, callId)),
    copyTeam(extension, what) {
      const row = companion.teamRow(extension)
      if (what === 'extension') return put(row?.extension ?? '')
      const phone = configuration.settings().maskTeamNumbers ? null : (row?.caller?.phone ?? null)
      return putPhone(phone)
    },
    previewTemplate({ template, format }) {
      const call = parts.lastCall()
      return {
        errors: parseTemplate(template).errors,
        result: copyWith({ name: '', key: null, template, format }, call ?? sampleCall(parts.now()), style()),
        sample: call === null,
      }
    },
  }
}
