import type { GlobalShortcut } from 'electron/main'
import type { GlobalKey } from '../../../core/contract.ts'
import type { GlobalAction, Settings } from '../../../core/settings/settings.ts'

export interface GlobalShortcuts {
  /**
   * Registers the configured shortcuts and releases those that are no longer configured; retries any that the system
   * refused before. While shortcuts are suspended, it waits.
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
  /** Whether accepted shortcuts are known to work. Under Wayland the desktop decides, and doesn't report back. */
  readonly answers: boolean
  readonly act: (action: GlobalAction) => void
}

const GLOBAL_ACTIONS: readonly GlobalAction[] = ['show', 'copy', 'mute', 'crm', 'privacy', 'dial']

export function createGlobalShortcuts({ registry, answers, act }: GlobalShortcutParts): GlobalShortcuts {
  let keys: readonly GlobalKey[] = GLOBAL_ACTIONS.map((action) => ({
    action,
    accelerator: null,
    state: 'off',
  }))
  let resting = false
  let later: Settings['globalKeys'] | null = null

  const isHeld = ({ state }: GlobalKey): boolean => state === 'on' || state === 'unknown'
  const holder = (accelerator: string): GlobalKey | undefined =>
    keys.find((key) => isHeld(key) && key.accelerator === accelerator)

  /**
   * Their action is looked up when they are pressed: under Wayland nothing releases shortcuts or suspends them
   * (electron_api_global_shortcut.cc:92, :211).
   */
  function pressed(accelerator: string): void {
    const key = holder(accelerator)
    if (key !== undefined && !resting) act(key.action)
  }

  function take(accelerator: string | null): GlobalKey['state'] {
    if (accelerator === null) return 'off'
    if (holder(accelerator) !== undefined) return 'taken'
    try {
      const isTaken = registry.register(accelerator, () => pressed(accelerator))
      return isTaken ? (answers ? 'on' : 'unknown') : 'taken'
    } catch {
      return 'invalid' // Electron throws a TypeError at what it can't read
    }
  }

  function giveBack(key: GlobalKey): void {
    if (isHeld(key) && key.accelerator !== null) registry.unregister(key.accelerator)
  }

  function follow(wanted: Settings['globalKeys']): void {
    const taken = keys.filter((was) => isHeld(was) && was.accelerator === wanted[was.action])
    // Releases first: what one action releases, another may register.
    keys.filter((was) => !taken.includes(was)).forEach(giveBack)
    keys = GLOBAL_ACTIONS.map(
      (action) =>
        taken.find((was) => was.action === action) ?? { action, accelerator: wanted[action], state: 'off' },
    )
    for (const key of keys) {
      if (taken.includes(key)) continue
      const state = take(key.accelerator)
      keys = keys.map((one) => (one === key ? { ...key, state } : one))
    }
  }

  /** Electron loses track of shortcuts that are released while suspended, and crashes when they are pressed (:84). */
  function rest(on: boolean): void {
    if (on !== resting) registry.setSuspended(on)
    resting = on
    if (on || later === null) return
    const wanted = later
    later = null
    follow(wanted)
  }

  return {
    follow(wanted) {
      if (resting) later = wanted
      else follow(wanted)
    },
    view: () => keys,
    rest,
    end() {
      later = null
      rest(false)
      keys.forEach(giveBack)
      keys = keys.map((key) => ({ ...key, state: 'off' }))
    },
  }
}
