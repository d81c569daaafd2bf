import { computed } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { callOf } from '../composables/call-of.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useWatchStore } from '../stores/watch.ts'
import { isPressed, readAccelerator } from '../shortcuts/accelerator.ts'
import type { Shortcut } from '../shortcuts/use-shortcuts.ts'
import { useOnDocument } from '../parts/use-on-document.ts'

/**
 * The shortcuts of copy templates, as long as the window has the focus: each copies the focused call, otherwise the
 * last focused one, otherwise the first card.
 */
export function useTemplateKeys(page: Document): Shortcut {
  const settings = useSettingsStore()
  const watched = useWatchStore()
  const mac = page.defaultView?.navigator.userAgent.includes('Mac') === true
  let last: CallKey | null = null
  const keys = computed(() =>
    (settings.view?.copyTemplates ?? []).flatMap(({ name, key }) => {
      const accelerator = key === null ? null : readAccelerator(key, mac)
      return accelerator === null ? [] : [{ name, accelerator }]
    }),
  )

  /** The last one only while it is still on screen. */
  function current(): CallKey | null {
    const here = callOf(page.activeElement)
    if (here !== null) return here
    const shown = [...page.querySelectorAll<HTMLElement>('[data-call]')].map((one) => callOf(one))
    return shown.includes(last) ? last : (shown[0] ?? null)
  }

  useOnDocument(page, 'focusin', ({ target }) => {
    last = callOf(target) ?? last
  })
  return (event) => {
    const key = keys.value.find(({ accelerator }) => isPressed(accelerator, event))
    const call = current()
    if (key === undefined || call === null) return 'none'
    void watched.copyAs(call, key.name)
    return 'done'
  }
}
