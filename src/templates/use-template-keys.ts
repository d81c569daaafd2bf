import { computed } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useWatchStore } from '../stores/watch.ts'
import { isPressed, readAccelerator } from '../shortcuts/accelerator.ts'
import { useOnDocument } from '../parts/use-on-document.ts'

/**
 * The keys of copy templates, as long as the window has the focus: each copies the call that the focus is on, else the
 * one it was on last, else the first card. None while something is being typed.
 */
export function useTemplateKeys(page: Document): void {
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
  useOnDocument(page, 'keydown', (event) => {
    if (event.defaultPrevented || event.repeat || isTyping(event.target)) return
    const key = keys.value.find(({ accelerator }) => isPressed(accelerator, event))
    const call = current()
    if (key === undefined || call === null) return
    event.preventDefault()
    void watched.copyAs(call, key.name)
  })
}

const callOf = (target: EventTarget | null): CallKey | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-call]')?.dataset['call'] ?? null) : null

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
