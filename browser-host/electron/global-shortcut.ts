import type { Desktop } from '../desktop/desktop.ts'
import { type Accelerator, readAccelerator, sameKeys } from '../desktop/accelerator.ts'
import { played } from '../played.ts'

type Played = Pick<
  Electron.GlobalShortcut,
  | 'register'
  | 'registerAll'
  | 'isRegistered'
  | 'unregister'
  | 'unregisterAll'
  | 'setSuspended'
  | 'isSuspended'
>

interface Registered {
  readonly keys: Accelerator
  readonly press: () => void
}

/**
 * Electron's `globalShortcut`. The desktop page hears the keys wherever its focus is, as a system does; a tester says
 * there which keys another program has: those are refused, as is what the app has already.
 */
export function createGlobalShortcut(desktop: Desktop, platform: NodeJS.Platform) {
  const registered = new Map<string, Registered>()
  let suspended = false

  desktop.subscribe((message) => {
    if (message.type === 'global-key' && !suspended) registered.get(message.accelerator)?.press()
  })

  /** Throws TypeError for what can't be read, in Electron's words. */
  function read(accelerator: string): Accelerator {
    const keys = readAccelerator(accelerator, platform)
    if (keys === null)
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`)
    return keys
  }

  const find = (keys: Accelerator): string | undefined =>
    [...registered].find(([, one]) => sameKeys(one.keys, keys))?.[0]

  function isTaken(keys: Accelerator): boolean {
    const others = desktop.takenKeys().flatMap((text) => readAccelerator(text, platform) ?? [])
    return find(keys) !== undefined || others.some((other) => sameKeys(other, keys))
  }

  function send(): void {
    desktop.globalKeys.clear()
    // While suspended, the keys go to the focused page.
    for (const [accelerator, { keys }] of suspended ? [] : registered)
      desktop.globalKeys.set(accelerator, keys)
    desktop.changed()
  }

  function register(accelerator: string, press: () => void): boolean {
    const keys = read(accelerator)
    if (suspended || isTaken(keys)) return false
    registered.set(accelerator, { keys, press })
    send()
    return true
  }

  return played('globalShortcut', {
    register,
    registerAll: (accelerators, press) =>
      accelerators.forEach((accelerator) => void register(accelerator, press)),
    isRegistered: (accelerator) => find(read(accelerator)) !== undefined,
    unregister(accelerator) {
      const found = find(read(accelerator))
      if (found === undefined) return
      registered.delete(found)
      send()
    },
    unregisterAll() {
      registered.clear()
      send()
    },
    setSuspended(now) {
      suspended = now
      send()
    },
    isSuspended: () => suspended,
  } satisfies Played)
}
