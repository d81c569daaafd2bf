import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { TemplatePreview } from '../../core/contract.ts'
import { useSettingsStore } from '../stores/settings.ts'
import type { TemplateDraft } from './template-draft.ts'
import { useDebounce } from '../composables/use-debounce.ts'

const PAUSE_MS = 120 // soon enough to see it change while typing
const LONGEST = 8_000 // the longest text that main accepts; anything longer was pasted by mistake

/** A draft's output, from main; null before the first response. `judge` receives whether it can be saved. */
export function useTemplatePreview(
  draft: () => TemplateDraft,
  judge: (draft: TemplateDraft, fit: boolean) => void,
): Readonly<Ref<TemplatePreview | null>> {
  const store = useSettingsStore()
  const typing = useDebounce()
  const preview = shallowRef<TemplatePreview | null>(null)

  async function ask(): Promise<void> {
    const asked = draft()
    const { format } = asked
    const answer = await store.previewTemplate({ format, template: asked.template.slice(0, LONGEST) })
    if (answer === null) return
    judge(asked, answer.errors.length === 0 && answer.result.kind !== 'not-json')
    if (asked.template === draft().template && format === draft().format) preview.value = answer
  }

  // Privacy matters, too: the preview then doesn't show the last call.
  watch([() => draft().template, () => draft().format, () => store.settings.privacy], () =>
    typing.run(PAUSE_MS, () => void ask()),
  )
  onScopeDispose(typing.flush)
  void ask()
  return preview
}
