import type { Desktop } from '../desktop/desktop.ts'
import { type Accelerator, readAccelerator, sameKeys } from '../desktop/accelerator.ts'
import { played } from '../played.ts'
import type { PlayedSystem } from '../played-system.ts'

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

/** Keys that the system hears for the app. Null: they were given back while keys rested, and nobody is there for them. */
interface Registered {
  readonly keys: Accelerator
  press: (() => void) | null
}

/**
 * Electron's `globalShortcut`, whose places are those of shell/browser/api/electron_api_global_shortcut.cc. The desktop
 * page hears the keys wherever its focus is, as a system does; a tester says there which keys another program has. Those
 * are refused, but under Wayland: there a desktop's portal has them all, and does not say so.
 */
export function createGlobalShortcut(desktop: Desktop, { platform, wayland }: PlayedSystem) {
  const registered = new Map<string, Registered>()
  let suspended = false

  desktop.subscribe((message) => {
    if (message.type !== 'global-key' || (suspended && !wayland)) return
    const one = registered.get(message.accelerator)
    if (one?.press === null)
      throw new Error(`Electron ends here: nobody registered ${message.accelerator} (:84)`)
    one?.press()
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

  const othersHave = (keys: Accelerator): boolean =>
    desktop.takenKeys().some((text) => {
      const other = readAccelerator(text, platform)
      return other !== null && sameKeys(other, keys)
    })

  function send(): void {
    desktop.globalKeys.clear()
    for (const [accelerator, { keys }] of registered) {
      // What rests goes through to the page that has the focus; the portal knows of no rest.
      const isHeard = wayland ? !othersHave(keys) : !suspended
      if (isHeard) desktop.globalKeys.set(accelerator, keys)
    }
    desktop.changed()
  }

  function register(accelerator: string, press: () => void): boolean {
    const keys = read(accelerator)
    const known = find(keys)
    // The portal's answer comes later, and to nobody: true always, and the last callback counts (:151-195).
    if (!wayland && (suspended || known !== undefined || othersHave(keys))) return false
    registered.set(known ?? accelerator, { keys, press })
    send()
    return true
  }

  return played('globalShortcut', {
    register,
    registerAll(accelerators, press) {
      const taken: string[] = []
      for (const accelerator of accelerators) {
        if (register(accelerator, press)) taken.push(accelerator)
        else {
          taken.forEach(unregister) // all or none (:115)
          return
        }
      }
    },
    isRegistered: (accelerator) => registered.get(find(read(accelerator)) ?? '')?.press != null,
    unregister,
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

  /** Under Wayland nothing: only keys that the system itself took are looked for (:211). */
  function unregister(accelerator: string): void {
    const found = find(read(accelerator))
    const one = found === undefined ? undefined : registered.get(found)
    if (found === undefined || one === undefined || wayland) return
    // While keys rest the system keeps them, and Electron forgets whose they are (:215, :222; Chromium's
    // global_accelerator_listener.cc, UnregisterAccelerator): the next press ends the program (:84).
    if (suspended) one.press = null
    else registered.delete(found)
    send()
  }
}
