import type { CopyTemplate } from '../../core/templates/copy-template.ts'
import { readAccelerator } from '../shortcuts/accelerator.ts'

/** A copy template as it is being typed. */
export interface TemplateDraft extends Omit<CopyTemplate, 'key'> {
  /** Identifies a draft even if its name changes. */
  readonly id: number
  /** `''` for none. */
  readonly key: string
  /** Its last valid version; null if there never was one. It stays saved until this one is valid. */
  readonly good: CopyTemplate | null
}

/** Why a draft can't be saved, as far as the window knows. */
export type DraftFlaw = 'name' | 'doubled' | 'empty' | 'key'

/** `others`: all drafts, including this one. */
export function draftFlaw(draft: TemplateDraft, others: readonly TemplateDraft[]): DraftFlaw | null {
  const name = draft.name.trim()
  if (name === '') return 'name'
  if (others.some((other) => other.id !== draft.id && other.name.trim() === name)) return 'doubled'
  if (draft.template.trim() === '') return 'empty'
  return draft.key.trim() === '' || readAccelerator(draft.key.trim(), false) !== null ? null : 'key'
}

/** The draft as it is saved. */
export function draftTemplate({ name, template, format, key }: TemplateDraft): CopyTemplate {
  return { name: name.trim(), template, format, key: key.trim() === '' ? null : key.trim() }
}
