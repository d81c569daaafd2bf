import type { TemplatePreview } from '../../../core/contract.ts'
import { type CopyTemplate } from '../../../core/templates/copy-template.ts'
import { copyWith } from '../../../core/templates/copy-with.ts'
import { parseTemplate } from '../../../core/templates/parse-template.ts'
import { sampleCall } from '../../../core/templates/sample-call.ts'
import type { ReadingStyle } from '../../../core/templates/spoken-value.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'

export interface TemplatePreviewParts {
  /** The last call there was; null before any, and where it is not to be shown. */
  readonly lastCall: () => TemplateCall | null
  readonly style: () => ReadingStyle
  readonly now: () => number
}

/** Gives what a template as it is being typed would copy, and what is wrong with it. Also what has errors is shown. */
export function createTemplatePreview({
  lastCall,
  style,
  now,
}: TemplatePreviewParts): (template: Pick<CopyTemplate, 'template' | 'format'>) => TemplatePreview {
  return ({ template, format }) => {
    const call = lastCall()
    return {
      errors: parseTemplate(template).errors,
      result: copyWith({ name: '', key: null, template, format }, call ?? sampleCall(now()), style()),
      sample: call === null,
    }
  }
}
