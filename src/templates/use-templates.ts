import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { CopyTemplate } from '../../core/templates/copy-template.ts'
import type { Feedback } from '../account/account-answer.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { draftFlaw, draftTemplate, type TemplateDraft } from './template-draft.ts'
import { useDebounce } from '../composables/use-debounce.ts'
import { createOwnSaves } from '../settings/own-saves.ts'
import { useSaving } from '../settings/use-saving.ts'
import { useAllWords } from '../composables/use-words.ts'

const PAUSE_MS = 600 // a pause between two words of someone who types

export interface Templates {
  readonly drafts: Readonly<Ref<readonly TemplateDraft[]>>
  /** The one that is being edited, by id; null for none. */
  readonly opened: Ref<number | null>
  /** The result of the last save. */
  readonly saving: ComputedRef<Feedback | null>
  readonly change: (id: number, change: Partial<CopyTemplate> | { readonly key: string }) => void
  /** Main reports that a draft can't be saved as it is, or that it can. */
  readonly judge: (draft: TemplateDraft, fit: boolean) => void
  readonly add: () => void
  readonly move: (id: number, by: 1 | -1) => void
  readonly remove: (id: number) => void
  /** Reverts all changes ever made: the default templates are in force again. */
  readonly restore: () => void
  /** Saves at once what waits to be saved. */
  readonly flush: () => void
}

/**
 * The copy templates in the settings, saved as they are typed. An invalid one is not saved; its last valid version
 * stays.
 */
export function useTemplates(): Templates {
  const store = useSettingsStore()
  const words = useAllWords()
  const typing = useDebounce()
  const { saving, save } = useSaving()
  const drafts = shallowRef<readonly TemplateDraft[]>([])
  const opened = ref<number | null>(null)
  const unfit = new Set<string>()
  let ids = 0
  const saves = createOwnSaves()

  const inForce = computed(() => store.view?.copyTemplates ?? [])
  watch(
    inForce,
    (templates) => {
      if (!saves.isNews(JSON.stringify(templates))) return
      drafts.value = templates.map((good, index) => {
        const id = drafts.value[index]?.id ?? ++ids
        return { ...good, key: good.key ?? '', id, good }
      })
    },
    { immediate: true },
  )

  const isGood = (draft: TemplateDraft): boolean =>
    draftFlaw(draft, drafts.value) === null && !unfit.has(textOf(draft))

  async function keep(): Promise<void> {
    drafts.value = drafts.value.map((draft) =>
      isGood(draft) ? { ...draft, good: draftTemplate(draft) } : draft,
    )
    const copyTemplates = drafts.value.flatMap(({ good }) => (good === null ? [] : [good]))
    const text = JSON.stringify(copyTemplates)
    if (saves.isLast(text)) return
    saves.sent(text)
    if (!(await save(store.change({ copyTemplates })))) saves.refused(text)
  }

  function put(next: readonly TemplateDraft[]): void {
    drafts.value = next
    typing.run(PAUSE_MS, () => void keep())
  }

  function move(id: number, by: 1 | -1): void {
    const from = drafts.value.findIndex((draft) => draft.id === id)
    const moved = drafts.value[from]
    if (moved === undefined || drafts.value[from + by] === undefined) return
    put(drafts.value.toSpliced(from, 1).toSpliced(from + by, 0, moved))
  }

  function add(): void {
    const base = words.value.templates.editor.newName
    const taken = new Set(drafts.value.map(({ name }) => name))
    const names = [base, ...drafts.value.map((_, index) => `${base} ${index + 2}`)]
    const name = names.find((one) => !taken.has(one)) ?? base
    const draft = { id: ++ids, name, template: '{phone}', format: 'text', key: '', good: null } as const
    opened.value = draft.id
    put([...drafts.value, draft])
  }

  async function restore(): Promise<void> {
    opened.value = null
    saves.forget()
    await save(store.change({ copyTemplates: [] }))
  }

  onScopeDispose(typing.flush)
  return {
    drafts,
    opened,
    saving,
    change: (id, change) =>
      put(drafts.value.map((draft) => (draft.id === id ? changed(draft, change) : draft))),
    judge(draft, fit) {
      if (fit) unfit.delete(textOf(draft))
      else unfit.add(textOf(draft))
    },
    add,
    move,
    remove: (id) => put(drafts.value.filter((draft) => draft.id !== id)),
    restore: () => void restore(),
    flush: typing.flush,
  }
}

const changed = (
  draft: TemplateDraft,
  { key, ...change }: Partial<CopyTemplate> | { readonly key: string },
): TemplateDraft => ({ ...draft, ...change, key: key ?? draft.key })

const textOf = ({ format, template }: TemplateDraft): string => `${format} ${template}`
