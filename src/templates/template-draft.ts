import type { CopyTemplate } from '../../core/templates/copy-template.ts'
import { readAccelerator } from '../shortcuts/accelerator.ts'

/** A copy template as it is being typed. */
export interface TemplateDraft extends Omit<CopyTemplate, 'key'> {
  /** Tells one from another while names change. */
  readonly id: number
  /** `''` for none. */
  readonly key: string
  /** As it was last good; null for one that never was. It is kept until this is good again. */
  readonly good: CopyTemplate | null
}

/** What keeps a draft from being saved, where the window can tell. */
export type DraftFlaw = 'name' | 'doubled' | 'empty' | 'key'

/** `others`: the drafts with it, itself among them. */
export function draftFlaw(draft: TemplateDraft, others: readonly TemplateDraft[]): DraftFlaw | null {
  const name = draft.name.trim()
  if (name === '') return 'name'
  if (others.some((other) => other.id !== draft.id && other.name.trim() === name)) return 'doubled'
  if (draft.template.trim() === '') return 'empty'
  return draft.key.trim() === '' || readAccelerator(draft.key.trim(), false) !== null ? null : 'key'
}

/** The draft as it is kept. */
export function draftTemplate({ name, template, format, key }: TemplateDraft): CopyTemplate {
  return { name: name.trim(), template, format, key: key.trim() === '' ? null : key.trim() }
}
