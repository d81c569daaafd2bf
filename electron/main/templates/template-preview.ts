import type { TemplatePreview } from '../../../core/contract.ts'
import { type CopyTemplate } from '../../../core/templates/copy-template.ts'
import { copyWith } from '../../../core/templates/copy-with.ts'
import { parseTemplate } from '../../../core/templates/parse-template.ts'
import { sampleCall } from '../../../core/templates/sample-call.ts'
import type { ReadingStyle } from '../../../core/templates/spoken-value.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'

export interface TemplatePreviewParts {
  /** The last call; null if there was none, or it may not be shown. */
  readonly lastCall: () => TemplateCall | null
  readonly style: () => ReadingStyle
  readonly now: () => number
}

/** Returns what a template being typed would copy, and its errors. Text with errors is shown too. */
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
