import { nextTick, ref, type Ref } from 'vue'
import { useOnDocument } from './use-on-document.ts'

/** A small panel under a button: it goes when the focus or a press goes elsewhere. `root` holds both. */
export function useDisclosure(
  root: Ref<HTMLElement | null>,
  opener: Ref<HTMLElement | null>,
): {
  readonly open: Ref<boolean>
  /** Gives the focus back to the button. */
  readonly close: () => Promise<void>
} {
  const open = ref(false)

  function leave(target: EventTarget | null): void {
    if (open.value && target instanceof Node && root.value?.contains(target) === false) open.value = false
  }

  useOnDocument(document, 'pointerdown', ({ target }) => leave(target))
  useOnDocument(document, 'focusin', ({ target }) => leave(target))

  async function close(): Promise<void> {
    open.value = false
    await nextTick()
    opener.value?.focus()
  }

  return { open, close }
}
