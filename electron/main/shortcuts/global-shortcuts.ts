import type { GlobalShortcut } from 'electron/main'
import type { GlobalKey } from '../../../core/contract.ts'
import type { GlobalAction, Settings } from '../../../core/settings/settings.ts'

/** The global shortcuts. */
export interface GlobalShortcuts {
  /**
   * Takes the set keys and gives back those that are set no more; asks again for any that the system refused before. While
   * keys rest, it waits for the end of that.
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
  /** Whether keys that the system takes are known to come. Under Wayland the desktop has the last word, and is silent. */
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
   * What they are for is looked up when they come: under Wayland nothing gives keys back, and a rest is not kept
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
    const kept = keys.filter((was) => isHeld(was) && was.accelerator === wanted[was.action])
    // First all that is given back: what one action leaves, another may take.
    keys.filter((was) => !kept.includes(was)).forEach(giveBack)
    keys = GLOBAL_ACTIONS.map(
      (action) =>
        kept.find((was) => was.action === action) ?? { action, accelerator: wanted[action], state: 'off' },
    )
    for (const key of keys) {
      if (kept.includes(key)) continue
      const state = take(key.accelerator)
      keys = keys.map((one) => (one === key ? { ...key, state } : one))
    }
  }

  /** Electron forgets whose keys are that are given back while they rest, and ends when they are pressed (:84). */
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
