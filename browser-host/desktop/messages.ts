import type { DesktopState, MenuFace, PluggedDisplay, Rectangle } from './desktop-state.ts'

/** What a tester does to the system from the desktop page. */
export type SystemChange =
  | 'suspend'
  | 'resume'
  | 'lock-screen'
  | 'unlock-screen'
  | 'offline'
  | 'online'
  | 'dark'
  | 'light'
  | 'refuse-notifications'
  | 'allow-notifications'
  | 'fail-notifications'
  | 'work-notifications'
  | 'silence-notifications'
  | 'answer-notifications'
  | 'reduce-motion'
  | 'allow-motion'
  | 'lock-keychain'
  | 'unlock-keychain'
  | 'hide-tray'
  | 'show-tray'
  | 'forbid-start-at-login'
  | 'allow-start-at-login'

/** A tester's faults: the pages of all windows, the renderer process, an uncaught error in main. */
export type Fault = 'crash-windows' | 'hang-windows' | 'lose-gpu' | 'throw' | 'reject'

/** From the desktop page to the host. */
export type FromPage =
  | { readonly type: 'viewport'; readonly width: number; readonly height: number }
  | { readonly type: 'system'; readonly change: SystemChange }
  | { readonly type: 'pointer'; readonly x: number; readonly y: number }
  | { readonly type: 'tray'; readonly id: number; readonly did: 'click' | 'double-click' | 'right-click' }
  | { readonly type: 'tray-bounds'; readonly id: number; readonly bounds: Rectangle }
  | { readonly type: 'menu'; readonly id: number; readonly command: number }
  | { readonly type: 'toast'; readonly id: string; readonly did: 'shown' | 'click' | 'close' }
  | { readonly type: 'toast-action'; readonly id: string; readonly index: number }
  | { readonly type: 'window'; readonly id: number; readonly did: 'focus' | 'blur' | 'loaded' | 'close' }
  | { readonly type: 'fault'; readonly fault: Fault }
  /** The displays that are plugged in from now on, at least one. */
  | { readonly type: 'displays'; readonly displays: readonly PluggedDisplay[] }
  /** The user has moved a window. */
  | { readonly type: 'window-moved'; readonly id: number; readonly x: number; readonly y: number }
  /** The user has resized a window at its lower right corner. */
  | { readonly type: 'window-resized'; readonly id: number; readonly width: number; readonly height: number }
  /** The page in a window changed its own address, as `history.replaceState` may. `path`: everything after the desktop's host. */
  | { readonly type: 'window-address'; readonly id: number; readonly path: string }
  | { readonly type: 'window-open'; readonly id: number; readonly url: string }
  | {
      readonly type: 'ipc-invoke'
      readonly id: number
      readonly seq: number
      readonly channel: string
      readonly args: readonly unknown[]
    }
  | {
      readonly type: 'ipc-send'
      readonly id: number
      readonly channel: string
      readonly args: readonly unknown[]
    }
  /** Registered global shortcuts were pressed somewhere on the desktop. */
  | { readonly type: 'global-key'; readonly accelerator: string }
  /** Shortcuts that another program has. */
  | { readonly type: 'taken-keys'; readonly accelerators: readonly string[] }
  | { readonly type: 'clipboard'; readonly seq: number; readonly done: boolean }
  | { readonly type: 'dialog'; readonly id: number; readonly button: number }

/** From the host to the desktop page. */
export type ToPage =
  | { readonly type: 'state'; readonly state: DesktopState }
  | { readonly type: 'ipc-answer'; readonly id: number; readonly seq: number; readonly value?: unknown }
  | { readonly type: 'ipc-error'; readonly id: number; readonly seq: number; readonly error: string }
  | {
      readonly type: 'ipc-push'
      readonly id: number
      readonly channel: string
      readonly args: readonly unknown[]
    }
  | { readonly type: 'clipboard-write'; readonly seq: number; readonly text: string }
  | { readonly type: 'popup'; readonly id: number; readonly menu: readonly MenuFace[] }
