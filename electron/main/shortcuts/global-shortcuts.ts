import type { GlobalShortcut } from 'electron/main'
import type { GlobalKey } from '../../../core/contract.ts'
import type { GlobalAction, Settings } from '../../../core/settings/settings.ts'

/** The global shortcuts. */
export interface GlobalShortcuts {
  /**
   * Registers the configured shortcuts and releases removed ones; retries any that the system refused before.
   */
  follow(keys: Settings['globalKeys']): void
  /** Each action with its shortcut, and whether the system accepted it. */
  view(): readonly GlobalKey[]
  /** Lets key presses through to the window, while the user sets shortcuts there. */
  rest(on: boolean): void
  /** Releases all. */
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
      const unchanged = before.filter((was) =>
        asked.some((is) => is.action === was.action && is.accelerator === was.accelerator),
      )
      // Release first: what one action gives up, another may take.
      before.filter((was) => !unchanged.includes(was)).forEach(giveBack)
      keys = asked.map((is) => {
        const held = unchanged.find((was) => was.action === is.action && was.state === 'on')
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
