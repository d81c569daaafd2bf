import type { DesktopState, MenuFace } from './desktop-state.ts'

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
