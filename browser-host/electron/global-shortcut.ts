import type { Desktop } from '../desktop/desktop.ts'
import { type Accelerator, readAccelerator, sameKeys } from '../desktop/accelerator.ts'
import { simulated } from '../simulated.ts'
import type { SimulatedSystem } from '../simulated-system.ts'

/**
 * A shortcut that the system listens for on the app's behalf. `press` is null if it was unregistered while shortcuts
 * were suspended, so that nothing handles it.
 */
interface Registered {
  readonly keys: Accelerator
  press: (() => void) | null
}

/**
 * Electron's `globalShortcut`; line numbers refer to shell/browser/api/electron_api_global_shortcut.cc. The desktop
 * page reacts to the shortcuts wherever its focus is, as a system does. A tester can mark some there as taken by
 * another program. Registering those fails, except under Wayland, where the portal doesn't report that a shortcut is
 * taken.
 */
export function createGlobalShortcut(desktop: Desktop, { platform, wayland }: SimulatedSystem) {
  const registered = new Map<string, Registered>()
  let suspended = false

  desktop.subscribe((message) => {
    if (message.type !== 'global-key' || (suspended && !wayland)) return
    const one = registered.get(message.accelerator)
    if (one?.press === null)
      throw new Error(`Electron ends here: nobody registered ${message.accelerator} (:84)`)
    one?.press()
  })

  /** @throws TypeError with Electron's message if the accelerator can't be read. */
  function read(accelerator: string): Accelerator {
    const keys = readAccelerator(accelerator, platform)
    if (keys === null)
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`)
    return keys
  }

  const find = (keys: Accelerator): string | undefined =>
    [...registered].find(([, one]) => sameKeys(one.keys, keys))?.[0]

  const othersHave = (keys: Accelerator): boolean =>
    desktop.takenKeys().some((text) => {
      const other = readAccelerator(text, platform)
      return other !== null && sameKeys(other, keys)
    })

  function send(): void {
    desktop.globalKeys.clear()
    for (const [accelerator, { keys }] of registered) {
      // A suspended shortcut goes to the page that has the focus; the portal doesn't support suspending.
      const isHeard = wayland ? !othersHave(keys) : !suspended
      if (isHeard) desktop.globalKeys.set(accelerator, keys)
    }
    desktop.changed()
  }

  function register(accelerator: string, press: () => void): boolean {
    const keys = read(accelerator)
    const known = find(keys)
    // The portal responds later, to nobody: Electron always returns true, and the last callback counts (:151-195).
    if (!wayland && (suspended || known !== undefined || othersHave(keys))) return false
    registered.set(known ?? accelerator, { keys, press })
    send()
    return true
  }

  return simulated('globalShortcut', {
    register,
    isRegistered: (accelerator) => registered.get(find(read(accelerator)) ?? '')?.press != null,
    unregister,
    setSuspended(now) {
      suspended = now
      send()
    },
  } satisfies Partial<Electron.GlobalShortcut>)

  /** Nothing under Wayland: only shortcuts that the system itself accepted are checked (:211). */
  function unregister(accelerator: string): void {
    const found = find(read(accelerator))
    const one = found === undefined ? undefined : registered.get(found)
    if (found === undefined || one === undefined || wayland) return
    // While shortcuts are suspended the system retains them, and Electron forgets whose they are (:215, :222;
    // Chromium's global_accelerator_listener.cc, UnregisterAccelerator): the next press crashes the program (:84).
    if (suspended) one.press = null
    else registered.delete(found)
    send()
  }
}
