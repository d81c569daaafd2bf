import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { AccountEntry } from '../../core/contract.ts'
import { MAX_CODE_LENGTH } from '../../core/settings/read-code.ts'
import { SETTINGS } from '../../core/settings/settings.ts'
import { useSettingsStore } from '../stores/settings.ts'
import type { AccountAnswer } from './account-answer.ts'
import { useUnsaved } from '../composables/use-unsaved.ts'

interface AccountForm {
  /** As typed; never prefilled, and cleared once it is saved. */
  readonly code: Ref<string>
  readonly extension: Ref<string>
  /** In characters. */
  readonly longest: { readonly code: number; readonly extension: number }
  readonly answer: Readonly<Ref<AccountAnswer>>
  /** True while the account in the fields was found: watching can start. */
  readonly found: ComputedRef<boolean>
  readonly test: () => Promise<void>
  readonly save: () => Promise<void>
}

/**
 * The account's form: what is typed, and main's response to it. A response for fields that changed since is dropped.
 */
export function useAccount(): AccountForm {
  const store = useSettingsStore()
  const code = ref('')
  const extension = ref(store.settings.extension)
  const answer = shallowRef<AccountAnswer>({ kind: 'none' })
  let turn = 0
  useUnsaved(() => code.value !== '' || extension.value !== store.settings.extension)

  function put(next: AccountAnswer): number {
    answer.value = next
    return (turn += 1)
  }

  watch([code, extension], () => put({ kind: 'none' }), { flush: 'sync' })

  function entry(): AccountEntry | null {
    const hasCode = store.view?.code === 'stored' || store.view?.code === 'policy'
    const typed = code.value.trim()
    if (typed === '' && !hasCode) return missing('code')
    if (extension.value.trim() === '') return missing('extension')
    return { code: typed === '' ? null : typed, extension: extension.value.trim() }
  }

  function missing(what: 'code' | 'extension'): null {
    put({ kind: 'missing', what })
    return null
  }

  async function ask(
    during: AccountAnswer,
    send: (entry: AccountEntry) => Promise<AccountAnswer>,
  ): Promise<void> {
    const asked = entry()
    if (asked === null) return
    const mine = put(during)
    const said = await send(asked)
    if (mine === turn) put(said)
  }

  const test = (): Promise<void> =>
    ask({ kind: 'testing' }, async (asked) => {
      const result = await store.testAccount(asked)
      return result === null ? { kind: 'no-answer' } : { kind: 'tested', result, extension: asked.extension }
    })

  const save = (): Promise<void> =>
    ask({ kind: 'none' }, async (asked) => {
      const result = await store.saveAccount(asked)
      if (result?.kind === 'saved') code.value = ''
      return result === null ? { kind: 'no-answer' } : { kind: 'saving', result }
    })

  const found = computed(() => answer.value.kind === 'tested' && answer.value.result.kind === 'found')
  const longest = { code: MAX_CODE_LENGTH, extension: SETTINGS.extension.shape.maxLength }
  return { code, extension, longest, answer, found, test, save }
}
