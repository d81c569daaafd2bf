import type { GlobalShortcut } from 'electron/main'
import type { GlobalKey } from '../../../core/contract.ts'
import type { GlobalAction, Settings } from '../../../core/settings/settings.ts'

/** The keys that work in every program. */
export interface GlobalShortcuts {
  /**
   * Takes the set keys and gives back those that are set no more; asks again for any that the system refused before.
   */
  follow(keys: Settings['globalKeys']): void
  /** Each action with its keys, and what the system said of them. */
  view(): readonly GlobalKey[]
  /** Lets the keys through to the window, while a person presses them there to set them. */
  rest(on: boolean): void
  /** Gives all back. */
  end(): void
}

export interface GlobalShortcutParts {
  readonly registry: Pick<GlobalShortcut, 'register' | 'unregister' | 'setSuspended'>
  readonly act: (action: GlobalAction) => void
}

const GLOBAL_ACTIONS: readonly GlobalAction[] = ['show', 'copy', 'mute', 'crm', 'privacy']

export function createGlobalShortcuts({ registry, act }: GlobalShortcutParts): GlobalShortcuts {
  let keys: readonly GlobalKey[] = GLOBAL_ACTIONS.map((action) => ({
    action,
    accelerator: null,
    state: 'off',
  }))

  function take({ action, accelerator }: GlobalKey): GlobalKey['state'] {
    if (accelerator === null) return 'off'
    try {
      return registry.register(accelerator, () => act(action)) ? 'on' : 'taken'
    } catch {
      return 'invalid' // Electron throws a TypeError at what it can't read
    }
  }

  function giveBack({ accelerator, state }: GlobalKey): void {
    if (state === 'on' && accelerator !== null) registry.unregister(accelerator)
  }

  return {
    follow(wanted) {
      const before = keys
      const asked = GLOBAL_ACTIONS.map((action): GlobalKey => ({
        action,
        accelerator: wanted[action],
        state: 'off',
      }))
      const kept = before.filter((was) =>
        asked.some((is) => is.action === was.action && is.accelerator === was.accelerator),
      )
      // First all that is given back: what one action leaves, another may take.
      before.filter((was) => !kept.includes(was)).forEach(giveBack)
      keys = asked.map((is) => {
        const held = kept.find((was) => was.action === is.action && was.state === 'on')
        return held ?? { ...is, state: take(is) }
      })
    },
    view: () => keys,
    rest: (on) => registry.setSuspended(on),
    end() {
      keys.forEach(giveBack)
      keys = keys.map((key) => ({ ...key, state: 'off' }))
    },
  }
}
