import { useId, useTemplateRef, type Ref } from 'vue'
import { useDisclosure } from './use-disclosure.ts'
import { useMenuKeys } from './use-menu-keys.ts'

/** A menu under a button, in a component whose `root` (a template ref) holds both and whose `opener` is the button. */
export function useMenu(): {
  /** For the element of the entries. */
  readonly id: string
  readonly open: Ref<boolean>
  /** For keydown on `root`. */
  readonly press: (event: KeyboardEvent) => void
  /** Does what an entry asks. The focus goes back first: what follows is said at the button. */
  readonly choose: (ask: () => Promise<unknown>) => Promise<void>
} {
  const root = useTemplateRef<HTMLElement>('root')
  const { open, close } = useDisclosure(root, useTemplateRef<HTMLElement>('opener'))
  const press = useMenuKeys(root, open, close)

  async function choose(ask: () => Promise<unknown>): Promise<void> {
    await close()
    await ask()
  }

  return { id: useId(), open, press, choose }
}
